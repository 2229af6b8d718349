"""Settings: what an installer meets before the bot has said a word."""

import os
from pathlib import Path

import pytest

from bot.errors import SettingMissing
from bot.settings import Settings, described

BOT, APP = "xoxb-1-2-abc", "xapp-1-A1-2-abc"


@pytest.fixture(autouse=True)
def elsewhere(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """An empty folder and an environment that sets nothing."""
    monkeypatch.chdir(tmp_path)
    for name in os.environ:
        if name.startswith(("SLACK_", "COPYCHIEF_")):
            monkeypatch.delenv(name)


def refused(settings: Settings) -> str:
    with pytest.raises(SettingMissing) as caught:
        _ = settings.slack_tokens
    line = str(caught.value)
    assert "\n" not in line
    return line


def test_both_tokens() -> None:
    """Tokens are taken from the environment as they are, white space around them left out."""
    settings = Settings.model_validate({"slack_bot_token": f" {BOT}\n", "slack_app_token": APP})
    assert settings.slack_tokens == (BOT, APP)


def test_missing_bot_token() -> None:
    """Without a bot token the line names it, where it is found and how it begins."""
    line = refused(Settings())
    assert line.startswith("SLACK_BOT_TOKEN is missing: api.slack.com/apps")
    assert "xoxb-" in line


def test_missing_app_token(monkeypatch: pytest.MonkeyPatch) -> None:
    """Without an app token the line names the scope that it needs."""
    monkeypatch.setenv("SLACK_BOT_TOKEN", BOT)
    line = refused(Settings())
    assert line.startswith("SLACK_APP_TOKEN is missing")
    assert "connections:write" in line
    assert "xapp-" in line


@pytest.mark.parametrize("bot", [APP, "abc", "xoxb-1 2"])
def test_swapped_token(bot: str) -> None:
    """A token of the wrong kind is refused by the setting's name, and never repeated."""
    line = refused(Settings.model_validate({"slack_bot_token": bot, "slack_app_token": APP}))
    assert line.startswith("SLACK_BOT_TOKEN is not such a token")
    assert bot not in line


def test_tokens_stay_secret() -> None:
    """Printing the settings shows no token."""
    assert BOT not in repr(Settings.model_validate({"slack_bot_token": BOT}))


def test_env_file(tmp_path: Path) -> None:
    """A .env file in the working folder is read."""
    (tmp_path / ".env").write_text(f"SLACK_BOT_TOKEN={BOT}\nSLACK_APP_TOKEN={APP}\n")
    assert Settings.read().slack_tokens == (BOT, APP)


def test_env_file_that_is_not_text(tmp_path: Path) -> None:
    """A .env file that is not UTF-8 gets one line."""
    (tmp_path / ".env").write_bytes(b"SLACK_BOT_TOKEN=\xff\xfe\n")
    with pytest.raises(SettingMissing, match=r"The \.env file in .* cannot be read"):
        Settings.read()


@pytest.mark.parametrize(
    ("given", "url"),
    [
        ("https://slack.com/api/", "https://slack.com/api/"),
        ("http://127.0.0.1:4390/api", "http://127.0.0.1:4390/api/"),
    ],
)
def test_api_url(given: str, url: str) -> None:
    """An address of Slack's methods ends in a slash, whether it was given one or not."""
    assert Settings.model_validate({"slack_api_url": given}).api_url == url


@pytest.mark.parametrize(
    "given",
    ["slack.com", "ftp://slack.com", "http://[", "https://", "http://slack.com/api/", "http://"],
)
def test_no_api_url(given: str) -> None:
    """What is no address, or would send the tokens in the clear, is refused in one line."""
    with pytest.raises(SettingMissing, match="SLACK_API_URL is"):
        _ = Settings.model_validate({"slack_api_url": given}).api_url


def test_file_hosts() -> None:
    """The token is shown to Slack's file host, and to a sandbox where one is set."""
    assert Settings().file_hosts == {"files.slack.com"}
    sandbox = Settings.model_validate({"slack_api_url": "http://127.0.0.1:4390/api/"})
    assert sandbox.file_hosts == {"files.slack.com", "127.0.0.1:4390"}
    assert sandbox.local


def test_read_channels() -> None:
    """Channels to read are named with or without the #, and spaces do no harm."""
    settings = Settings.model_validate({"copychief_read_channels": " #desk, C0123 ,,sport "})
    assert settings.read_channels == {"desk", "C0123", "sport"}
    assert Settings().read_channels == frozenset()


def test_read_hosts() -> None:
    """Hosts and networks that links may lead to stand side by side; none are the default."""
    given = " CMS.desk.example., 10.1.0.0/16,[fd00::]/8 , 192.168.7.9,cms2"
    hosts = Settings.model_validate({"copychief_read_hosts": given}).read_hosts()
    assert hosts.names == {"cms.desk.example", "cms2"}
    assert [str(each) for each in hosts.networks] == ["10.1.0.0/16", "fd00::/8", "192.168.7.9/32"]
    assert Settings().read_hosts() == (frozenset(), ())


def test_a_host_for_some_channels() -> None:
    """Where channels are named behind a host, nobody else's links lead there; the shell's do."""
    given = "cms.desk.example in #News C0123, 10.1.0.0/16 in copy,wiki.example"
    settings = Settings.model_validate({"copychief_read_hosts": given})
    assert settings.read_hosts({"C9", "news"}).names == {"cms.desk.example", "wiki.example"}
    assert settings.read_hosts({"C0123"}).names == {"cms.desk.example", "wiki.example"}
    assert settings.read_hosts({"C9", "sport"}) == (frozenset({"wiki.example"}), ())
    assert len(settings.read_hosts({"C8", "copy"}).networks) == 1
    assert settings.read_hosts().names == {"cms.desk.example", "wiki.example"}


@pytest.mark.parametrize(
    "given",
    [
        "https://cms.desk.example",
        "10.1.0.0/99",
        "10.1",
        "10.1.0.7/16",
        "*.example",
        "cms:8080",
        "cms.desk.example in ",
        "cms.desk.example #news",
        " in #news",
    ],
)
def test_no_read_host(given: str) -> None:
    """What is neither a host nor a network is refused in one line that shows the form."""
    with pytest.raises(SettingMissing, match="COPYCHIEF_READ_HOSTS has") as caught:
        Settings.model_validate({"copychief_read_hosts": given}).read_hosts()
    assert "\n" not in str(caught.value)


def test_database(tmp_path: Path) -> None:
    """The folder of the database is made."""
    file = tmp_path / "deep" / "in" / "desk.sqlite3"
    settings = Settings.model_validate({"copychief_database_url": f"sqlite:///{file}"})
    assert settings.database() == file
    assert file.parent.is_dir()


@pytest.mark.parametrize(
    "url", ["nonsense", "postgresql://localhost/desk", "sqlite://", "sqlite:///:memory:", "://"]
)
def test_no_database(url: str) -> None:
    """What is no SQLite file is refused in one line that shows the form."""
    with pytest.raises(SettingMissing, match="write sqlite:///"):
        Settings.model_validate({"copychief_database_url": url}).database()


def test_database_in_a_file(tmp_path: Path) -> None:
    """A folder that cannot be made, or a database that is a folder, gets one line."""
    (tmp_path / "note").write_text("")
    for path in (tmp_path / "note" / "desk.sqlite3", tmp_path):
        settings = Settings.model_validate({"copychief_database_url": f"sqlite:///{path}"})
        with pytest.raises(SettingMissing, match="cannot be used") as caught:
            settings.database()
        assert "\n" not in str(caught.value)


def test_database_in_a_closed_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that may be written in a folder that may not gets one line."""
    file = tmp_path / "desk.sqlite3"
    file.touch()
    monkeypatch.setattr("os.access", lambda path, mode: Path(path) == file)
    settings = Settings.model_validate({"copychief_database_url": f"sqlite:///{file}"})
    with pytest.raises(SettingMissing, match="its folder may not be written"):
        settings.database()


def test_described() -> None:
    """Every setting is described, by the name it has in the environment."""
    names = dict(described())
    assert set(names) == {name.upper() for name in Settings.model_fields}
    assert all(names.values())
