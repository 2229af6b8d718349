"""Whether a name is a man's or a woman's, as far as titles and common given names tell."""

from collections.abc import Iterable

from rules.text.words import word_set

_MEN = word_set(
    "mr mr. sir lord king prince father brother son husband chairman spokesman policeman fireman "
    "businessman congressman alderman imam monsignor uncle grandfather boy man "
    "adam ahmed aidan alan albert alex alexander ali amir anand andrew andy anil anthony antonio "
    "arjun arthur barry ben benjamin bill bob brendan brian bruce carl carlos charles chris "
    "christopher ciaran colin connor conor craig daniel dave david declan dennis derek diego dmitry "
    "donald douglas edward emeka emmanuel eoin eric ethan femi felix francis frank fred gareth gary "
    "geoff george gerald gerard giovanni gordon graham greg hamid hans harold harry hassan henry "
    "hugh hussein ian ibrahim ivan jack jacob jake james jamie jason jean jeff jeffrey jeremy jim "
    "joe john jonathan jorge jose joseph juan kamal karl keith ken kenneth kevin khalid kofi kwame "
    "lars laurence lawrence lee leo leon liam lionel luca luis luke mahmoud manuel marco mario martin "
    "matthew max michael miguel mike mohamed mohammad mohammed muhammad narendra nathan neil niall "
    "nicholas nick nigel noah oliver omar oscar patrick paul pedro peter phil philip pierre rahul "
    "rajesh ralph raymond ricardo richard rob robert robin roger ronald rory roy russell ryan sanjay "
    "scott sean sergei shane simon stanley stefan stephen steve steven stuart suresh tariq ted terry "
    "thomas tim timothy tobias tom tony trevor tunde vijay vikram vincent vladimir walter william "
    "yusuf zachary"
)
_WOMEN = word_set(
    "ms ms. mrs mrs. miss lady dame queen princess mother sister daughter wife chairwoman "
    "spokeswoman policewoman businesswoman congresswoman alderwoman aunt grandmother girl woman "
    "abigail adaeze agnes aisha alice alison amanda amara amina amy ana andrea angela anita ann anna "
    "anne annie aoife asha ayesha barbara beatrice bernadette beth bridget caroline catherine "
    "charlotte chiara chloe christina christine ciara claire clara deborah deepa diana diane dolores "
    "donna doris dorothy eileen elaine eleanor elena elizabeth ella ellen emily emma erin esther eva "
    "evelyn farah fatima fatou fiona florence frances francesca gemma geraldine gillian gita gloria "
    "grace greta hana hannah harriet heather helen helena ines ingrid irene isabel isabella jane "
    "janet jean-marie jennifer jessica joan joanna joanne josephine joyce judith julia julie karen "
    "kate katherine kathleen katie kavita kelly lakshmi latifa laura layla leila lena lily linda "
    "lisa lorraine louise lucia lucy maeve margaret maria marie marion martha mary maryam maureen "
    "meena megan melissa michelle miriam molly monica nadia nancy naomi natalia natalie ngozi niamh "
    "nicola nicole nina nora olga olivia orla patricia paula penelope philippa phoebe pilar priya "
    "rachel rebecca rekha rita roisin rosa rosemary ruth saoirse sara sarah shabana sharon sheila "
    "sinead siobhan sofia sonia sophie stella stephanie sunita susan svetlana sylvia tanya tara "
    "teresa theresa ursula valerie vanessa vera veronica victoria virginia vivian wanjiru wendy "
    "yasmin yvonne zainab zoe"
)
_PRONOUNS = {"he": "m", "his": "m", "she": "f", "her": "f"}


def pronoun_gender(word: str) -> str:
    """The gender that a pronoun tells: m, f, or "" for they and it."""
    return _PRONOUNS.get(word, "")


def gender(name: str) -> str:
    """m or f where one of the words of a name tells, else "": nobody is guessed at."""
    words = name.lower().split()
    if _any_in(words, _WOMEN):
        return "f"
    return "m" if _any_in(words, _MEN) else ""


def _any_in(words: Iterable[str], known: frozenset[str]) -> bool:
    return not known.isdisjoint(words)
