"""How this server shows a push service who it is: RFC 8292, a signed token and a public key.

The key is made when a phone asks for the first time, and lies in the data folder, readable by its
owner alone. A push has no payload, so nothing has to be encrypted.
"""

import base64
import json
import os
import time
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from holdfast.web.data_folder import OWNER_ONLY, data_folder

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePrivateKey

LASTS_S = 12 * 3600  # a service takes up to a day
COORDINATE = 32  # bytes of a number on the curve P-256


def public_key() -> str:
    """Return the public key as a browser takes it: 65 bytes, in the address alphabet."""
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 -- slow import
        Encoding,
        PublicFormat,
    )

    point = private_key().public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return in_address(point)


def authorization(endpoint: str, *, contact: str, now: float | None = None) -> str:
    """Return the header that shows who sends, for one service and half a day."""
    parts = urlsplit(endpoint)
    whom = f"{parts.scheme}://{parts.netloc}"
    expires = int(time.time() if now is None else now) + LASTS_S
    signed = token({"aud": whom, "exp": expires, "sub": contact})
    return f"vapid t={signed}, k={public_key()}"


def token(claims: dict[str, Any]) -> str:
    """Return claims as a signed token (RFC 7519, ES256 of RFC 7518)."""
    from cryptography.hazmat.primitives.asymmetric.ec import ECDSA  # noqa: PLC0415 -- slow import
    from cryptography.hazmat.primitives.asymmetric.utils import (  # noqa: PLC0415 -- slow import
        decode_dss_signature,
    )
    from cryptography.hazmat.primitives.hashes import SHA256  # noqa: PLC0415 -- slow import

    said = ".".join(in_address(json.dumps(part).encode()) for part in (HEAD, claims))
    r, s = decode_dss_signature(private_key().sign(said.encode(), ECDSA(SHA256())))
    return f"{said}.{in_address(r.to_bytes(COORDINATE) + s.to_bytes(COORDINATE))}"


HEAD = {"typ": "JWT", "alg": "ES256"}


def in_address(data: bytes) -> str:
    """Return bytes in the alphabet of addresses, without padding."""
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def private_key() -> "EllipticCurvePrivateKey":
    """Return this server's key. It is made once."""
    return read_key(data_folder() / "push.pem")


@lru_cache(maxsize=4)
def read_key(path: Path) -> "EllipticCurvePrivateKey":
    """Read the key, and make it where there is none. Of two that make one, the first is kept."""
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 -- slow import
        load_pem_private_key,
    )

    if not path.exists():
        write_key(path)
    key: EllipticCurvePrivateKey = load_pem_private_key(path.read_bytes(), None)  # type: ignore[assignment]
    return key


def write_key(path: Path) -> None:
    """Make a key and write it whole or not at all."""
    from cryptography.hazmat.primitives.asymmetric.ec import (  # noqa: PLC0415 -- slow import
        SECP256R1,
        generate_private_key,
    )
    from cryptography.hazmat.primitives.serialization import (  # noqa: PLC0415 -- slow import
        Encoding,
        NoEncryption,
        PrivateFormat,
    )

    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    key = generate_private_key(SECP256R1())
    text = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption())
    part = path.with_name(f".{path.name}.{os.getpid()}")
    with os.fdopen(os.open(part, os.O_CREAT | os.O_EXCL | os.O_WRONLY, OWNER_ONLY), "wb") as file:
        file.write(text)
    try:
        os.link(part, path)
    except FileExistsError:
        pass  # another worker was first
    finally:
        part.unlink()
