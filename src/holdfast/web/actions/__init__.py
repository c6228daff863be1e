"""Everything that changes what is kept. Each action is one transaction, typed, by keyword."""

from holdfast.web.actions.demo import demo_family
from holdfast.web.actions.drafts import accept_drafts, refuse_drafts
from holdfast.web.actions.hands import Pressed, TooOften, end_hand, make_hand, press
from holdfast.web.actions.helping import hide_help, keep_suggested, show_help
from holdfast.web.actions.importing import (
    Imported,
    apply_reading,
    preview_reading,
    undo_import,
)
from holdfast.web.actions.journal import (
    Record,
    Taken,
    begin_journal,
    bring_next_key,
    change_key,
    end_journal,
    erase_records,
    keep_records,
)
from holdfast.web.actions.journal_phones import end_phone, note_phone
from holdfast.web.actions.keeping import (
    choose,
    keep,
    keep_moments,
    put_back,
    remove,
    revise,
    stop,
)
from holdfast.web.actions.modes import set_loss, set_numbers, set_quiet, set_weekly
from holdfast.web.actions.notices import Wishes, forget_phone, keep_phone
from holdfast.web.actions.photos import keep_photo, put_photo_back, take_photo_out
from holdfast.web.actions.sameness import part, say_apart, say_same
from holdfast.web.actions.sharing import ToShare, share_entry, take_back
from holdfast.web.actions.starting import (
    NewChild,
    NewPerson,
    Started,
    add_child,
    make_setup_link,
    start_family,
)
from holdfast.web.actions.tokens import make_token, revoke_token, use_token
from holdfast.web.actions.uploads import drop_upload, keep_upload
from holdfast.web.actions.visits import ask_to_take_over, note_visit, take_over
from holdfast.web.actions.ways_back import make_way_back, set_password_by

__all__ = [
    "Imported",
    "NewChild",
    "NewPerson",
    "Pressed",
    "Record",
    "Started",
    "Taken",
    "ToShare",
    "TooOften",
    "Wishes",
    "accept_drafts",
    "add_child",
    "apply_reading",
    "ask_to_take_over",
    "begin_journal",
    "bring_next_key",
    "change_key",
    "choose",
    "demo_family",
    "drop_upload",
    "end_hand",
    "end_journal",
    "end_phone",
    "erase_records",
    "forget_phone",
    "hide_help",
    "keep",
    "keep_moments",
    "keep_phone",
    "keep_photo",
    "keep_records",
    "keep_suggested",
    "keep_upload",
    "make_hand",
    "make_setup_link",
    "make_token",
    "make_way_back",
    "note_phone",
    "note_visit",
    "part",
    "press",
    "preview_reading",
    "put_back",
    "put_photo_back",
    "refuse_drafts",
    "remove",
    "revise",
    "revoke_token",
    "say_apart",
    "say_same",
    "set_loss",
    "set_numbers",
    "set_password_by",
    "set_quiet",
    "set_weekly",
    "share_entry",
    "show_help",
    "start_family",
    "stop",
    "take_back",
    "take_over",
    "take_photo_out",
    "undo_import",
    "use_token",
]
