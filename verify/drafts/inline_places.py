"""Makes markdown-it note where in the content of its paragraph every inline token begins.

markdown-it keeps line numbers of blocks only. Its rule chains are open, so two rules are added:
the first stands before all others and sees where each of them starts to read; the second comes
at the end, for the tokens that are left.
"""

from __future__ import annotations

from dataclasses import dataclass

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_KEY = "place"


def place_of(token: Token) -> int:
    """Where the token begins, as an offset in the content of its inline token."""
    return int(token.meta.get(_KEY, 0))


def note_places(parser: MarkdownIt) -> None:
    """Have `parser` note places. Text tokens are left apart, each as it was written."""
    open_states: list[_Progress] = []

    def before_each_rule(state: StateInline, silent: bool) -> bool:
        if not silent:
            if not open_states or open_states[-1].state is not state:
                open_states.append(_Progress(state))  # an image: its text has a state of its own
            open_states[-1].note()
        return False

    def at_the_end(state: StateInline) -> None:
        if open_states and open_states[-1].state is state:
            open_states.pop().note()

    parser.inline.ruler.before("text", "note_places", before_each_rule)
    parser.inline.ruler2.before("balance_pairs", "note_places", at_the_end)
    parser.disable(["text_join", "fragments_join"])


@dataclass
class _Progress:
    """How far the tokens of a state have their places."""

    state: StateInline
    noted: int = 0
    text_at: int = 0
    rule_at: int = 0
    had_text: bool = False

    def note(self) -> None:
        """Note the places of the tokens that came since the last rule began."""
        at = self.rule_at
        for token in self.state.tokens[self.noted :]:
            if token.info == "auto" and token.nesting == 1:
                at += 1  # the bracket of <https://...>
            # Text that was waiting is written before whatever the rule itself found.
            waiting = self.had_text and token.type == "text"
            token.meta[_KEY] = self.text_at if waiting else at
            if token.type == "text" and not waiting:
                at += len(token.content)
            self.had_text = False
        self.noted = len(self.state.tokens)
        self.rule_at = self.state.pos
        self.had_text = bool(self.state.pending)
        if not self.had_text:
            self.text_at = self.state.pos
