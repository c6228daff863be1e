"""Who may come in where. One line a route and method; test_matrix.py walks the URL map over it.

A route of the program that has no line here fails the test, and so does a method that a route
answers without one.
"""

from tests.access.journal import JOURNAL
from tests.access.kinds import Decision, Opens


def child(scene):
    return {"child_id": scene.ada.pk}


def day(scene):
    return {**child(scene), "on": scene.day}


def moment(scene):
    return {**child(scene), "moment_id": scene.cry}


def memory(scene):
    return {**child(scene), "moment_id": scene.smile}


def sent(scene):
    return {"moment": str(scene.cry)}


def family(scene):
    return {"family": str(scene.ada.family_id)}


def upload(scene):
    return {"upload_id": scene.upload}


def any_token(_scene):
    return {"token": "not-a-link-of-anybody"}


PUSH_SERVICE = "https://fcm.googleapis.com/fcm/send/a-phone"

ALL, SIGNED_IN, A_FAMILY, READ, LOG, A_LOGGER, PARENT, CHILDS_PARENT, OWNER, LINK = Opens

DECISIONS = {
    ("front", "get"): Decision(A_FAMILY),
    ("demo", "get"): Decision(LINK),  # offered only while nobody lives here
    ("demo", "post"): Decision(LINK),
    ("light", "post"): Decision(ALL),
    ("phone", "get"): Decision(A_FAMILY),
    ("offline", "get"): Decision(ALL),  # holds nothing of anybody
    ("worker", "get"): Decision(ALL),
    ("away", "get"): Decision(ALL),
    ("help", "get"): Decision(ALL),
    ("help_sheet", "get"): Decision(ALL),
    ("account_login", "get"): Decision(ALL),
    ("account_login", "post"): Decision(ALL),
    ("account_signup", "get"): Decision(ALL),  # says that there is none
    ("account_signup", "post"): Decision(ALL),
    ("account_logout", "get"): Decision(ALL),
    ("account_logout", "post"): Decision(ALL),
    ("account_change_password", "get"): Decision(SIGNED_IN),
    ("account_change_password", "post"): Decision(SIGNED_IN),
    ("account_reauthenticate", "get"): Decision(SIGNED_IN),
    ("account_reauthenticate", "post"): Decision(SIGNED_IN),
    ("usersessions_list", "get"): Decision(SIGNED_IN),
    ("usersessions_list", "post"): Decision(SIGNED_IN),
    ("way_back", "get"): Decision(LINK, any_token),
    ("way_back", "post"): Decision(LINK, any_token),
    ("welcome", "get"): Decision(LINK),
    ("welcome", "post"): Decision(LINK),
    ("welcome_link", "get"): Decision(LINK, any_token),
    # What is typed here stays in one's own session; only the link makes a family of it.
    ("welcome_you", "get"): Decision(ALL),
    ("welcome_you", "post"): Decision(ALL),
    ("welcome_child", "get"): Decision(ALL),
    ("welcome_child", "post"): Decision(ALL),
    ("welcome_leave_out", "post"): Decision(ALL, lambda _scene: {"which": 0}),
    ("welcome_account", "get"): Decision(ALL),
    ("welcome_account", "post"): Decision(ALL),
    ("now", "get"): Decision(READ, child),
    ("now_tap", "post"): Decision(LOG, child, lambda s: {"tap": f"signal/cry/{s.new_id()}"}),
    ("now_wakes", "post"): Decision(
        LOG, child, lambda s: {"moment": str(s.sleep), "edit": str(s.new_id())}
    ),
    ("now_undo", "post"): Decision(LOG, child, sent),
    ("now_hide", "post"): Decision(READ, child, lambda _scene: {"whom": "child"}),
    ("day", "get"): Decision(READ, child),
    ("day_of", "get"): Decision(READ, day),
    ("patterns", "get"): Decision(READ, child),
    ("week", "get"): Decision(READ, child),
    ("week_of", "get"): Decision(READ, day),
    ("bond", "get"): Decision(READ, child),
    ("bond_scales", "get"): Decision(READ, child),
    ("grow", "get"): Decision(READ, child),
    ("grow_signal", "get"): Decision(READ, lambda s: {**child(s), "word": "cry"}),
    ("memories", "get"): Decision(READ, child),
    ("memory_new", "get"): Decision(LOG, child),
    ("memory_new", "post"): Decision(LOG, child),
    ("memory", "get"): Decision(READ, memory),
    ("memory", "post"): Decision(LOG, memory),
    ("memory_undo", "post"): Decision(LOG, memory, lambda _scene: {"act": "photo_out"}),
    ("memory_photo", "get"): Decision(READ, lambda s: {**child(s), "photo_id": s.photo}),
    ("evidence", "get"): Decision(ALL),  # the same for everybody
    ("sandbox", "get"): Decision(SIGNED_IN),  # made-up children only
    ("day_add", "get"): Decision(LOG, day),
    ("day_note", "get"): Decision(LOG, lambda s: {**day(s), "kind": "note"}),
    ("day_note", "post"): Decision(LOG, lambda s: {**day(s), "kind": "note"}),
    ("day_new", "get"): Decision(LOG, lambda s: {**day(s), "kind": "signal", "word": "cry"}),
    ("day_new", "post"): Decision(LOG, lambda s: {**day(s), "kind": "signal", "word": "cry"}),
    ("moment", "get"): Decision(READ, moment),
    ("moment", "post"): Decision(LOG, moment),
    ("moment_undo", "post"): Decision(LOG, moment),
    ("moment_choose", "post"): Decision(LOG, moment, lambda s: {"chosen": str(s.cry)}),
    ("moment_same", "post"): Decision(LOG, child, lambda s: {"moment": [str(s.cry), str(s.twin)]}),
    ("moment_part", "post"): Decision(LOG, child, lambda s: {"moment": [str(s.cry), str(s.twin)]}),
    ("family", "get"): Decision(A_FAMILY),
    ("family_add_child", "get"): Decision(PARENT),
    ("family_add_child", "post"): Decision(PARENT),
    ("family_helping", "post"): Decision(A_FAMILY, sends=lambda _scene: {"whom": "all"}),
    ("family_quiet", "post"): Decision(A_FAMILY),
    ("family_weekly", "post"): Decision(A_FAMILY),
    ("family_loss", "get"): Decision(CHILDS_PARENT, child),
    ("family_loss", "post"): Decision(CHILDS_PARENT, child),
    ("family_numbers", "get"): Decision(A_LOGGER),
    ("family_numbers", "post"): Decision(A_LOGGER),
    ("family_export", "get"): Decision(PARENT),
    ("import", "get"): Decision(PARENT),
    ("import", "post"): Decision(PARENT),
    ("import_look", "get"): Decision(OWNER, upload),
    ("import_look", "post"): Decision(OWNER, upload),
    ("import_leave", "post"): Decision(PARENT, upload),
    ("import_undo", "post"): Decision(CHILDS_PARENT, lambda s: {"import_id": s.imported}),
    ("drafts", "get"): Decision(CHILDS_PARENT, child),
    ("drafts", "post"): Decision(CHILDS_PARENT, child),
    ("manifest", "get"): Decision(ALL),
    ("notices", "get"): Decision(A_FAMILY),
    ("notices", "post"): Decision(A_FAMILY, sends=lambda _scene: {"endpoint": PUSH_SERVICE}),
    ("notices_key", "get"): Decision(A_FAMILY),
    ("notices_off", "post"): Decision(A_FAMILY),
    ("letter_away", "get"): Decision(READ, child),
    ("letter_ask", "post"): Decision(LOG, child, lambda s: {"whom": str(s.journal.seat)}),
    ("letter_take", "post"): Decision(OWNER, child, lambda s: {"asked": str(s.asked)}),
    ("hands", "get"): Decision(A_LOGGER),
    ("hands", "post"): Decision(A_LOGGER, sends=lambda _scene: {"writes": "signal/cry"}),
    ("hand_end", "post"): Decision(CHILDS_PARENT, lambda s: {"hand_id": s.hand}),
    ("hand", "get"): Decision(LINK, any_token),
    ("hand", "post"): Decision(LINK, any_token),
    ("keys", "get"): Decision(PARENT),
    ("keys", "post"): Decision(PARENT),
    ("key_end", "post"): Decision(OWNER, lambda s: {"key_id": s.key}),
    ("api_docs", "get"): Decision(ALL),
    ("api_openapi", "get"): Decision(ALL),
    ("api:children", "get"): Decision(SIGNED_IN),
    ("api:since", "get"): Decision(READ, query=family),
    ("api:phone", "get"): Decision(READ, query=family),
    ("api:sheet", "get"): Decision(READ, child),
    ("api:batch", "post"): Decision(
        LOG, sends=lambda _scene: {"moments": []}, json=True, query=family
    ),
    ("api:api-root", "get"): Decision(LINK),  # a folder, no page
    **JOURNAL,
}
