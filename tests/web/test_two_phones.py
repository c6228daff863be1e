"""Two phones that put together, part, change and take out, apart from each other: in whatever order
what they did arrives, the same edits count, and once somebody has chosen, the same is counted.
"""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from uuid import UUID

from hypothesis import given, settings
from hypothesis import strategies as st

from holdfast.engine import exchanges, one_of_each
from holdfast.web.sync import WRITTEN, Arrival, Door, Outcome, Stored, plan
from holdfast.words import Kind, Moment, frame

NOW = datetime(2026, 3, 14, 9, 0, tzinfo=UTC)
ADA, KIM, NOOR = (str(UUID(int=number)) for number in (1, 2, 3))
DOOR = Door(children=frozenset({ADA}), caregivers=frozenset({KIM, NOOR}))
CRIES = [
    Moment(
        id=str(UUID(int=100 + number)),
        child=ADA,
        kind=Kind.SIGNAL,
        word="cry",
        at=NOW - timedelta(hours=1, minutes=-number),
        zone="UTC",
        by=by,
    )
    for number, by in enumerate((KIM, NOOR, KIM))
]
CHANGES = ("same_as", "apart_from", "text", "remove", "put back")
ACTS = st.lists(
    st.tuples(st.sampled_from(CHANGES), st.integers(0, 2), st.integers(0, 2)), max_size=6
)


class Server:
    """What is kept: each revision with what it says, in the order in which it was written."""

    def __init__(self):
        self.stored, self.says = {}, {}
        self.take([Arrival.new(cry) for cry in CRIES])

    def take(self, arrivals):
        steps = plan(arrivals, stored=list(self.stored.values()), door=DOOR, now=NOW)
        for step in steps:
            if step.outcome not in WRITTEN:
                continue
            edit, moment = step.arrival.edit, UUID(step.arrival.moment.id)
            for gone in step.retires:
                self.stored[gone] = replace(self.stored[gone], newest=False)
            kept = {"edit": edit, "moment": moment, "child": UUID(ADA)}
            self.stored[edit] = Stored(**kept, revision=step.revision, newest=True)
            self.says[edit] = step.arrival
        return steps

    def heads(self):
        """Return the edits that count, by moment."""
        found = {}
        for edit, row in self.stored.items():
            if row.newest:
                found.setdefault(str(row.moment), set()).add(edit)
        return found

    def choose(self, tiebreak):
        """Let somebody choose wherever edits crossed, by what they say and not by when it came."""
        for moment, edits in sorted(self.heads().items()):
            if len(edits) > 1:
                chosen = self.says[sorted(edits)[tiebreak % len(edits)]]
                new = UUID(int=UUID(moment).int + (1 << 64))
                self.take([replace(chosen, edit=new, replaces=tuple(edits))])

    def counted(self):
        """Return what the engine counts."""
        heads = [self.says[edit] for edits in self.heads().values() for edit in edits]
        log = frame(one.moment for one in heads if not one.removed)
        return one_of_each(log).sort("id"), exchanges(log)


def made(acts, *, phone):
    """Return what a phone makes of its acts, offline: each change replaces what it saw last."""
    seen = {cry.id: Arrival.new(cry) for cry in CRIES}
    arrivals = []
    for number, (act, one, other) in enumerate(acts):
        before = seen[CRIES[one].id]
        said, removed = before.moment, before.removed
        if act in {"same_as", "apart_from"}:
            said = replace(said, detail={act: CRIES[other].id})
        elif act == "text":
            said = replace(said, text=f"{phone} {number}")
        else:
            removed = act == "remove"
        edit = UUID(int=(phone << 32) + number)
        after = Arrival(moment=said, edit=edit, replaces=(before.edit,), removed=removed)
        seen[said.id] = after
        arrivals.append(after)
    return arrivals


def delivered(first, second, order):
    """Deliver two queues, each in its own order, mixed as `order` says, some of it twice."""
    server, queues = Server(), [list(first), list(second)]
    for pick in order:
        queue = queues[pick] or queues[1 - pick]
        if queue:
            server.take([queue[0]])
            server.take([queue.pop(0)])  # the reply was lost, so the phone sends it again
    server.take(queues[0] + queues[1])
    return server


@given(ACTS, ACTS, st.lists(st.integers(0, 1), max_size=12), st.integers(0, 3))
@settings(max_examples=300, deadline=None)
def test_whatever_the_order_the_same_edits_count_and_once_chosen_the_same_is_counted(
    kims, noors, order, tiebreak
):
    first, second = made(kims, phone=1), made(noors, phone=2)
    one_way = delivered(first, second, [])
    another = delivered(first, second, order)
    assert one_way.heads() == another.heads()
    for server in (one_way, another):
        server.choose(tiebreak)
        assert all(len(edits) == 1 for edits in server.heads().values())
    for mine, theirs in zip(one_way.counted(), another.counted(), strict=True):
        assert mine.equals(theirs)


@given(ACTS, ACTS)
@settings(max_examples=150, deadline=None)
def test_nothing_that_anybody_said_is_lost(kims, noors):
    first, second = made(kims, phone=1), made(noors, phone=2)
    server = delivered(first, second, [1, 0, 1])
    assert {one.edit for one in [*first, *second]} <= server.stored.keys()
    last = {queue[-1].edit for queue in (first, second) if queue}
    assert last <= {edit for edits in server.heads().values() for edit in edits}, (
        "what a phone said last of a moment counts until somebody who saw it says otherwise"
    )


@given(ACTS)
@settings(max_examples=100, deadline=None)
def test_one_phone_alone_never_crosses_itself(acts):
    server = Server()
    steps = server.take(made(acts, phone=1))
    assert all(step.outcome is Outcome.REVISION for step in steps)


def test_said_to_be_one_on_both_phones_it_is_one_and_parted_on_both_it_is_two():
    for act, counted in (("same_as", 2), ("apart_from", 3)):
        server = delivered(*(made([(act, 1, 0)], phone=phone) for phone in (1, 2)), [1, 0])
        server.choose(0)
        assert len(server.counted()[0]) == counted
