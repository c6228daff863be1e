"""Two phones and a server through random histories: in the end all three say the same."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    initialize,
    invariant,
    rule,
    run_state_machine_as_test,
)

from holdfast.web.access import Role, within
from holdfast.web.models import Caregiver, Child, Family, User
from holdfast.web.queries import moments_since
from tests.crash.network import PLANS, Network
from tests.crash.phones import Phone
from tests.crash.twins import Kept

WORDS = ("cry", "fuss", "coo", "gaze", "smile")
WHICH = st.integers(0, 20)
WHO = st.sampled_from((0, 1))
HOURS = st.sampled_from((0, 0, -5, 3))
NEAR = timedelta(minutes=2)


class TwoPhones(RuleBasedStateMachine):
    """What two people do with their phones, and what the network does to them."""

    phones = ()
    made = 0

    @initialize(skews=st.tuples(HOURS, HOURS))
    def a_family_begins(self, skews):
        type(self).made += 1
        family = Family.objects.create(zone="Europe/Berlin")
        self.family, self.twin, self.tapped, self.in_turn = family, Kept(), {}, ([], [])
        with within(family=family.pk):
            self.child = str(Child.objects.create(family=family).pk)
        for number, phone in enumerate(self.phones):
            user = User.objects.create(username=f"{number} of {self.made}")
            with within(family=family.pk):
                seat = Caregiver.objects.create(
                    family=family, user=user, name="Kim", role=Role.PARENT
                )
            phone.network = Network(user)
            phone.reset()
            phone.sit(str(seat.pk), str(family.pk))
            phone.clock(skews[number] * 3_600_000)

    @rule(who=WHO, word=st.sampled_from(WORDS), ago=st.sampled_from((0, 0, 20)))
    def taps(self, who, word, ago):
        said = {"child": self.child, "kind": "signal", "word": word, "ago": ago}
        made = self.phones[who].note(said | {"zone": "Europe/Berlin"})
        self.note(made)
        self.tapped[made["id"]] = datetime.now(UTC) - timedelta(minutes=ago)
        if ago == 0:
            self.in_turn[who].append(made["id"])

    @rule(who=WHO, which=WHICH, word=st.sampled_from(WORDS))
    def changes(self, who, which, word):
        if moments := self.seen(who):
            moment = moments[which % len(moments)]
            self.note(self.phones[who].change({"id": moment["id"], "word": word}))

    @rule(who=WHO, which=WHICH)
    def undoes(self, who, which):
        if moments := self.seen(who):
            moment = moments[which % len(moments)]
            act = "putBack" if moment.get("removed") else "takeBack"
            self.note(getattr(self.phones[who], act)(moment["id"]))

    @rule(who=WHO, plans=st.lists(st.sampled_from(PLANS), max_size=4))
    def delivers(self, who, plans):
        self.phones[who].network.plans = list(plans)
        self.phones[who].deliver()
        self.phones[who].network.plans = []

    def note(self, made):
        """Write down what a phone was told to keep: all of it has to arrive."""
        self.twin.edits.append(made)

    def seen(self, who):
        return self.phones[who].momentsOf(self.child, {"removed": True})

    @invariant()
    def nothing_is_refused(self):
        for phone in self.phones if self.made else ():
            assert phone.refused() == []

    def teardown(self):
        if not self.made:
            return
        for phone in (*self.phones, *self.phones):  # once more, to hear what the other said last
            phone.deliver_all()
        rows = moments_since(Family.objects.get(pk=self.family.pk), 0, limit=1_000).rows
        assert sorted(str(row.edit) for row in rows) == sorted(self.twin.names())
        for moment in self.twin.moments():
            heads = {str(r.edit) for r in rows if str(r.id) == moment and r.newest}
            assert heads == {head["edit"] for head in self.twin.heads(moment)}
        for who, _ in enumerate(self.phones):
            self.sees_what_counts(who, rows)
        for row in rows:
            assert abs(row.moment.at - self.tapped[str(row.id)]) < NEAR
        first = {str(row.id): row.moment.at for row in rows if row.revision == 1}
        for taps in self.in_turn:
            ats = [first[name] for name in taps]
            assert ats == sorted(ats)

    def sees_what_counts(self, who, rows):
        """What a phone shows of each moment is what counts, and which edits do."""
        heads = sorted((row for row in rows if row.newest), key=lambda r: (not r.removed, r.seq))
        newest = {str(row.id): row for row in heads}
        seen = {one["id"]: one for one in self.seen(who)}
        assert {one["state"] for one in seen.values()} <= {"kept"}
        assert {name: (one["word"], one["removed"]) for name, one in seen.items()} == {
            name: (row.moment.word, row.removed) for name, row in newest.items()
        }
        counting = {name: {head["edit"] for head in self.twin.heads(name)} for name in newest}
        assert {name: set(one["edits"]) for name, one in seen.items()} == counting


@pytest.fixture
def two_phones():
    with Phone() as one, Phone() as other:
        yield one, other


@pytest.mark.django_db
def test_whatever_happens_both_phones_and_the_server_agree_in_the_end(two_phones):
    TwoPhones.phones = two_phones
    run_state_machine_as_test(
        TwoPhones,
        settings=settings(
            max_examples=25,
            stateful_step_count=14,
            deadline=None,
            suppress_health_check=list(HealthCheck),
        ),
    )
