"""What can be set from outside: the environment, or a ``.env`` file in the working folder."""

import os
import re
from collections.abc import Collection
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import NamedTuple, Self
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import SettingMissing

_APPS = "api.slack.com/apps, your app"
_BOT = f"{_APPS}, OAuth & Permissions, Bot User OAuth Token; it begins with xoxb-"
_APP = (
    f"{_APPS}, Basic Information, App-Level Tokens, scope connections:write; it begins with xapp-"
)
_SLACK = "https://slack.com/api/"
_FILE = user_data_path("copychief") / "copychief.sqlite3"
_FILES = "files.slack.com"
_HOST = re.compile(r"(?!-)[a-z0-9_-]+(?:\.[a-z0-9_-]+)*")
LOOPBACK = frozenset({"127.0.0.1", "localhost", "::1"})


class Tokens(NamedTuple):
    """The two tokens Socket Mode needs, looked at once."""

    bot: str
    app: str


class ReadHosts(NamedTuple):
    """The hosts, by name, and the networks that a link may lead to although they are private."""

    names: frozenset[str] = frozenset()
    networks: tuple[IPv4Network | IPv6Network, ...] = ()


class Inside(NamedTuple):
    """A host or a network of our own, and the channels that may read from it: none named, all."""

    host: str
    network: IPv4Network | IPv6Network | None
    channels: frozenset[str]


class Settings(BaseSettings):
    """Every setting with its default; the names are those of the environment, in lower case."""

    model_config = SettingsConfigDict(env_file=".env", env_ignore_empty=True, extra="ignore")

    slack_bot_token: SecretStr = Field(SecretStr(""), description=f"The bot's own token: {_BOT}.")
    slack_app_token: SecretStr = Field(SecretStr(""), description=f"Opens the socket: {_APP}.")
    slack_api_url: str = Field(
        _SLACK, description=f"Another Slack-compatible server. Default: {_SLACK}"
    )
    copychief_database_url: str = Field(
        "", description=f"Where everything is kept. Default: sqlite:///{_FILE}"
    )
    copychief_read_channels: str = Field(
        "",
        description="Channels where every post of 80 words or more is read: names or ids, "
        "comma between. Default: none.",
    )
    copychief_read_hosts: str = Field(
        "",
        description="Hosts or networks of your own that a link may lead to, such as your CMS, "
        "and from which channels: cms.desk.example in #news #copy, 10.1.0.0/16. Default: none, "
        "only the public net.",
    )
    copychief_link_proxy: str = Field(
        "",
        description="The proxy that links are opened through, such as http://proxy.desk.example:"
        "3128; the environment's is not used for them. Default: none.",
    )
    copychief_contact: str = Field(
        "",
        description="An e-mail address or a page that sites are told when one of their pages is "
        "read, so that they can write to you. Default: none.",
    )

    @classmethod
    def read(cls) -> Self:
        """The settings as they are now; SettingMissing if the ``.env`` file cannot be read."""
        try:
            return cls()
        except (OSError, UnicodeDecodeError) as error:
            raise SettingMissing(
                f"The .env file in {Path.cwd()} cannot be read ({type(error).__name__}): "
                "save it as UTF-8 text that this user may read"
            ) from None

    @property
    def slack_tokens(self) -> Tokens:
        """Both tokens; SettingMissing says which one is not there, and where to get it."""
        return Tokens(
            _token("SLACK_BOT_TOKEN", self.slack_bot_token, "xoxb-", _BOT),
            _token("SLACK_APP_TOKEN", self.slack_app_token, "xapp-", _APP),
        )

    @property
    def api_url(self) -> str:
        """Where Slack's methods are, with a slash at the end."""
        try:
            url = urlsplit(self.slack_api_url.strip())
            # The tokens go there: in the clear to this machine alone.
            safe = url.scheme == "https" or (url.scheme == "http" and url.hostname in LOOPBACK)
            known = safe and bool(url.hostname)
        except ValueError:
            known = False
        if not known:
            raise SettingMissing(
                f"SLACK_API_URL is “{self.slack_api_url[:60]}”: "
                f"give an https address such as {_SLACK}, or leave it out"
            )
        return self.slack_api_url.strip().rstrip("/") + "/"

    @property
    def local(self) -> bool:
        """True when Slack is on this machine: a sandbox, to be reached without a proxy."""
        return urlsplit(self.api_url).hostname in LOOPBACK

    @property
    def file_hosts(self) -> frozenset[str]:
        """The hosts that may see the bot's token when a file is downloaded."""
        if self.api_url == _SLACK:
            return frozenset({_FILES})
        return frozenset({_FILES, urlsplit(self.api_url).netloc})

    @property
    def read_channels(self) -> frozenset[str]:
        """The names and ids of the channels where everything is read."""
        names = (
            name.strip().removeprefix("#") for name in self.copychief_read_channels.split(",")
        )
        return frozenset(name for name in names if name)

    @property
    def inside(self) -> tuple[Inside, ...]:
        """What a link may lead to although it is private, and from where."""
        words = (word.strip() for word in self.copychief_read_hosts.split(","))
        return tuple(_inside(word) for word in words if word)

    def read_hosts(self, channel: Collection[str] | None = None) -> ReadHosts:
        """What a link in this channel, by its id and its name, may lead to; None: in the shell."""
        known = [
            each
            for each in self.inside
            if channel is None or not each.channels or not each.channels.isdisjoint(channel)
        ]
        names = frozenset(each.host for each in known if each.network is None)
        return ReadHosts(names, tuple(each.network for each in known if each.network))

    def database(self) -> Path:
        """The SQLite file, its folder made; SettingMissing if that cannot be."""
        if not self.copychief_database_url:
            return _writable(_FILE)
        try:
            url = make_url(self.copychief_database_url)
        except (ArgumentError, ValueError):
            url = None
        if (
            url is None
            or url.get_backend_name() != "sqlite"
            or url.database in {None, "", ":memory:"}
        ):
            raise SettingMissing(
                "COPYCHIEF_DATABASE_URL does not name a SQLite file: "
                "write sqlite:////var/lib/copychief/copychief.sqlite3, or leave it out"
            )
        return _writable(Path(url.database or "").expanduser().absolute())


def described() -> list[tuple[str, str]]:
    """Every setting's name and what it is for, for the help."""
    fields = Settings.model_fields.items()
    return [(name.upper(), field.description or "") for name, field in fields]


def _token(name: str, secret: SecretStr, start: str, where: str) -> str:
    token = secret.get_secret_value().strip()
    if not token:
        raise SettingMissing(f"{name} is missing: {where}")
    if not token.startswith(start) or any(c.isspace() for c in token):
        raise SettingMissing(f"{name} is not such a token: {where}")
    return token


def _inside(word: str) -> Inside:
    """One entry of COPYCHIEF_READ_HOSTS: a host or a network, and where it may be read from."""
    named, _, within = word.lower().partition(" in ")
    host = named.strip().replace("[", "").replace("]", "").rstrip(".")
    words = word[len(named) + 4 :].split()
    # Ids are in capitals; names are in small letters in Slack, whatever is written here.
    channels = frozenset(
        each[1:].lower() if each.startswith("#") else each for each in words if each != "#"
    )
    try:
        network = ip_network(host)
    except ValueError:
        network = None
    if network is None and (not _HOST.fullmatch(host) or host.rpartition(".")[2].isdigit()):
        raise SettingMissing(
            f"COPYCHIEF_READ_HOSTS has “{word[:60]}”: write hosts and networks, comma between, "
            "such as cms.desk.example in #news #copy, 10.1.0.0/16"
        )
    if within and not channels:
        raise SettingMissing(
            f"COPYCHIEF_READ_HOSTS has “{word[:60]}”: name a channel after “in”, or leave it out"
        )
    return Inside(host, network, channels)


def _writable(file: Path) -> Path:
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise _unwritable(file, error.strerror or "no such folder") from None
    if file.is_dir():
        raise _unwritable(file, "it is a folder")
    if not os.access(file.parent, os.W_OK | os.X_OK):  # SQLite keeps files beside it
        raise _unwritable(file, "its folder may not be written")
    if file.exists() and not os.access(file, os.R_OK | os.W_OK):
        raise _unwritable(file, "it may not be written")
    return file


def _unwritable(file: Path, why: str) -> SettingMissing:
    return SettingMissing(
        f"The database {file} cannot be used ({why}): "
        "set COPYCHIEF_DATABASE_URL to a file in a folder that this user may write"
    )
