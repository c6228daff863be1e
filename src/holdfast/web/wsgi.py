"""What a WSGI server runs: `granian --interface wsgi holdfast.web.wsgi:application`."""

import os

from django.core.wsgi import get_wsgi_application

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "holdfast.web.settings")
application = get_wsgi_application()
