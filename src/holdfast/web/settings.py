"""How the web is set up. What a family may want to change comes from the environment.

HOLDFAST_DATA: the folder of database and secret. HOLDFAST_DATABASE_URL: a PostgreSQL instead.
HOLDFAST_URL: the address under which the family reaches it, https://… when behind TLS.
HOLDFAST_HOSTS: further host names, with commas. HOLDFAST_DEMO: 1 to always offer the demo.
HOLDFAST_SERVING is set by `holdfast serve`, which has collected the static files before.
"""

import os
from pathlib import Path
from urllib.parse import urlsplit

from holdfast.web.sqlite import use_sound_sqlite

use_sound_sqlite()  # before anything of Django can import sqlite3

from django.utils.functional import SimpleLazyObject  # noqa: E402 -- after the swap above

from holdfast.web.data_folder import data_folder, secret_key  # noqa: E402 -- as above
from holdfast.web.databases import database  # noqa: E402 -- as above

WEB = Path(__file__).parent
DATA = data_folder()
URL = urlsplit(os.environ.get("HOLDFAST_URL", ""))
SERVING = os.environ.get("HOLDFAST_SERVING") == "1"
OFFER_DEMO = os.environ.get("HOLDFAST_DEMO") == "1"

DEBUG = False
SECRET_KEY = SimpleLazyObject(secret_key)  # so that only what signs makes the file
HOSTS = [URL.hostname, *os.environ.get("HOLDFAST_HOSTS", "").split(",")]
ALLOWED_HOSTS = ["localhost", "127.0.0.1", "[::1]", *filter(None, HOSTS)]
CSRF_TRUSTED_ORIGINS = [f"{URL.scheme}://{URL.netloc}"] if URL.netloc else []

DATABASES = {"default": database(DATA)}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.messages",
    "django.contrib.sessions",
    "django.contrib.staticfiles",
    "allauth",
    "allauth.account",
    "allauth.usersessions",
    "django_htmx",
    "holdfast.web.apps.Web",
]
MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "holdfast.web.middleware.strict_headers",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "holdfast.web.middleware.spoken_language",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "holdfast.web.middleware.for_whom",
    "holdfast.web.middleware.errors_with_hints",
]
ROOT_URLCONF = "holdfast.web.urls"
WSGI_APPLICATION = "holdfast.web.wsgi.application"

PLACES = sorted((WEB / "places").glob("*/templates"))
CONTEXT = [
    "django.contrib.messages.context_processors.messages",
    "holdfast.web.context.house",
]
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.jinja2.Jinja2",
        "DIRS": [WEB / "templates", WEB / "api" / "templates", *PLACES],
        "OPTIONS": {
            "environment": "holdfast.web.jinja.environment",
            "context_processors": CONTEXT,
        },
    },
    {  # for what allauth shows and we do not
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {"context_processors": ["django.template.context_processors.request", *CONTEXT]},
    },
]

AUTH_USER_MODEL = "web.User"
AUTHENTICATION_BACKENDS = ["django.contrib.auth.backends.ModelBackend"]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": f"django.contrib.auth.password_validation.{name}"}
    for name in (
        "UserAttributeSimilarityValidator",
        "MinimumLengthValidator",
        "CommonPasswordValidator",
    )
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "front"
LOGOUT_REDIRECT_URL = "front"
ACCOUNT_ADAPTER = "holdfast.web.accounts.adapter.Adapter"
ACCOUNT_LOGIN_METHODS = {"username"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "password1*"]
ACCOUNT_USER_MODEL_EMAIL_FIELD = None
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_LOGOUT_REDIRECT_URL = "front"
ACCOUNT_SESSION_REMEMBER = True
ACCOUNT_RATE_LIMITS = {"login_failed": "10/m/ip,5/5m/key"}
SESSION_COOKIE_AGE = 365 * 24 * 3600  # a phone at 3 a.m. must not ask for a password
SESSION_COOKIE_SAMESITE = "Lax"
MESSAGE_STORAGE = "django.contrib.messages.storage.session.SessionStorage"

BEHIND_TLS = URL.scheme == "https"
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = BEHIND_TLS
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if BEHIND_TLS else 0
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_TLS else None
SECURE_REFERRER_POLICY = "same-origin"
CSRF_COOKIE_HTTPONLY = False  # the outbox reads it, to send taps

DATA_UPLOAD_MAX_MEMORY_SIZE = 4 * 1024**2
DATA_UPLOAD_MAX_NUMBER_FILES = 40
FILE_UPLOAD_MAX_MEMORY_SIZE = 1024**2

LANGUAGE_CODE = "en"
LANGUAGES = [("en", "English")]
TIME_ZONE = "UTC"
USE_I18N = True
USE_TZ = True

STATIC_URL = "/static/"
STATICFILES_DIRS = [WEB / "static"]
STATIC_ROOT = DATA / "static" if SERVING else None
WHITENOISE_USE_FINDERS = not SERVING
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"
        if SERVING
        else "django.contrib.staticfiles.storage.StaticFilesStorage"
    },
}

LOGGING = {  # paths and families stay out of logs: only what broke, with where in our code
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"plain": {"format": "%(levelname)s %(name)s: %(message)s"}},
    "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "plain"}},
    "root": {"handlers": ["stderr"], "level": "WARNING"},
    "loggers": {"django": {"handlers": ["stderr"], "level": "ERROR", "propagate": False}},
}
