"""The controlled values of the data, the words of ``ontology/kinds.ttl``.

Each alias is one concept scheme; the tests hold the two lists together.
"""

from typing import Final, Literal

__all__ = [
    "BEST_FIRST",
    "BINDING",
    "GROUPS_OF_THE_UNLISTED",
    "STATES",
    "ActKind",
    "Activity",
    "ActorKind",
    "CaseOutcome",
    "Closure",
    "EndedHow",
    "EventKind",
    "ForceStatus",
    "Invocation",
    "ObligationKind",
    "ParticipationRole",
    "ResponseKind",
    "SpellStatus",
    "Stance",
    "TreatyKind",
    "TriggerKind",
]

ActorKind = Literal["state", "historical-state", "de-facto-state", "organisation", "group"]
TreatyKind = Literal["treaty", "protocol", "executive-agreement", "declaration", "charter", "statute", "resolution"]
EndedHow = Literal["terminated", "denounced", "lapsed", "superseded", "dissolved"]
SpellStatus = Literal["in-force", "provisional", "suspended"]
ParticipationRole = Literal["party", "signatory", "beneficiary"]
ActKind = Literal[
    "signature", "ratification", "approval", "promulgation", "exchange-of-instruments", "entry-into-force",
    "accession", "withdrawal-notice", "withdrawal", "suspension", "amendment", "renewal", "supersession",
    "termination",
]  # fmt: skip
ObligationKind = Literal[
    "right-of-self-defence", "defense", "offense", "neutrality", "nonaggression", "consultation", "assistance",
    "basing", "non-adverse-alignment",
]  # fmt: skip
TriggerKind = Literal[
    "armed-attack", "war", "threat", "aggression", "internal-unrest", "consultation-request", "none"
]  # fmt: skip
ResponseKind = Literal[
    "permitted", "mandatory-military", "mandatory-unspecified", "discretionary", "consult", "abstain"
]  # fmt: skip
EventKind = Literal[
    "trigger", "request", "invocation", "acknowledgement", "consultation", "assistance", "refusal",
    "non-invocation", "statement", "cessation",
]  # fmt: skip
Stance = Literal["asserts", "disputes"]
Closure = Literal["open", "closed", "unclosed", "unknown", "none"]
CaseOutcome = Literal[
    "honoured", "partly-honoured", "refused", "not-invoked", "contested", "pending", "consulted"
]  # fmt: skip

ForceStatus = Literal["in-force", "provisional", "unknown", "suspended", "not-yet", "ended", "never"]
Activity = Literal["not-opened", "active", "closed", "unclosed", "unknown"]
Invocation = Literal["none", "consulted", "requested", "invoked", "refused", "performed", "ceased"]

BEST_FIRST: Final[tuple[ForceStatus, ...]] = (
    "in-force", "provisional", "unknown", "suspended", "not-yet", "ended", "never",
)  # fmt: skip
"""The order in which the worse of two forces is the force between two (DESIGN, the rules)."""

BINDING: Final[frozenset[ForceStatus]] = frozenset({"in-force", "provisional"})
"""When a clause binds: in force or provisionally applied (VCLT, Article 25)."""

STATES: Final = ("state", "historical-state", "de-facto-state")
"""The kinds of actor that are states."""

GROUPS_OF_THE_UNLISTED: Final = ("un-members", "league-members")
"""Groups that stand for the members whom a treaty does not list by name."""
