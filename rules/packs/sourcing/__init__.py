"""Sourcing: who says so, and can the reader tell?"""
