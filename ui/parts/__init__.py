"""The small widgets every page is made of; see each file.

words         Words(text, style="body", colour="ink", *, wrap, bold) .say(text, strong=()) .said
              Icon(name, colour, size) .show_icon(name, colour);
              IconWords(icon, text, style, colour)
              KeyCap(keys); Disc(mark, kind, size); SectionIcon(icon, kind); paint_disc(...)
buttons       PrimaryButton(text, icon="", *, icon_last), SecondaryButton(...), QuietButton(...),
              ChildButton(text), FinalButton(text), SmallButton(text, icon, *, in_row, kind),
              LinkButton(text), IconButton(icon, name)
              all: .say(text) .turn_off(reason) .turn_on() .is_off .reason (a Words to lay out)
fields        Field(label, control, *, hint, optional): .control .show_error(words) .clear_error()
              .set_label .set_hint, signal edited; LineField .text() .set_text(text);
              ChoiceField(label, [(key, words)]) .value() .set_value(key) .set_choices,
              signal chosen;
              FinalField(label, text); PassphraseField(label); SearchField(placeholder, keys="");
              ChoiceBox()
text_field    TextField(label, *, hint, optional, lines, placeholder) .text() .set_text(text);
              .control is a GrowingText, whose signal `finished` is Ctrl+Enter
time_field    TimeField(label, *, hint, optional) .time() .set_time .read, signal time_chosen
date_field    DateField(label, today, *, hint, optional, towards) .day() .set_day(day) .text(),
              signal day_chosen(date or None)
ticks         Tick(text), RoundChoice(text), RoundChoices(question, [(key, words)], *,
              show_question, stacked) .chosen() .choose(key), signal chosen_changed(key)
chips         ChipGroup(name, [(key, words)], *, shown=0, several, may_be_none,
              size="chip"|"filter")
              .chosen() .all_chosen() .choose(*keys) .set_choices .set_words(key, words)
              .show_at_most(count), signal chosen_changed(key)
badges        Badge(text, kind, icon=""), Tag(text, *, on_tint), BadgeRow([(text, kind, icon)]),
              badge_width(text, kind, icon), paint_badge(painter, place, text, kind, icon)
cards         Card(kind) .column .set_kind; CardRows() .add_row .add_head .clear;
              NoteCard(words, who, *, tags, kind="child"|"other"|"restricted", foot)
              .fold() .unfold(), signals edit_asked, restrict_asked, move_asked, drag_asked;
              parting(*, upright)
notices       Notice(title, detail, *, action, kind, closable), signals action_asked, read;
              Clock(title, detail, kind="plain"|"due"|"late"|"met")
empty_state   EmptyState(icon, title, detail, *, action, colour), signal action_asked
error_summary ErrorSummary(title) .show_missing([(key, words)], still), signal link_followed(key)
progress      Progress() .start(words) .step(done, total) .finish(), signal stop_asked
step_rail     Step(key, words, state, count, reason); StepRail(heading, steps) .set_steps
              .set_current(key) .fold(folded=...), signal step_chosen(key)
saved_state   SavedState() .show_saved(detail) .show_saving() .show_trouble(title, detail)
dialog        Question(question, follows, do, keep, *, final, parent); ask(question) -> bool
scrolling_page ScrollingPage(margin) .column .to_top()
flow_layout   FlowLayout(parent, *, gap_across, gap_down)
showing       show_if(widget, shown): for a widget that may stand nowhere yet
edges         edge_pen(colour, *, dashed), paint_dashes(box, radius)

In a column, give buttons, badges and saved-state AlignLeft: they keep their natural width.
Never centre a whole block with an alignment and a maximum width, for its wrapped words are then
measured at the wrong width: put stretches beside it.
"""
