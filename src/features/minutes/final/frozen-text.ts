import { type FrozenFacts, freezeFacts } from '../../../platform/editions/frozen-facts.ts'
import type { LocalizedText } from '../../../platform/i18n/localized-text.ts'
import { originalLanguage } from '../../../platform/translation/with-passage.ts'
import type { Point } from '../agenda/queries.ts'
import type { Participant } from '../attendance/participant.ts'
import type { Decision } from '../decisions/queries.ts'
import type { Meeting } from '../meetings/meeting.ts'
import type { Section } from '../sections/section.ts'

interface Frozen {
  meeting: Meeting
  number: string
  sections: readonly Section[]
  participants: readonly Participant[]
  points: readonly Point[]
  decisions: readonly Decision[]
}

/** Original words and facts of a meeting, frozen under the number of its minutes. Translations are left out, since they may come later. */
export function frozenText(frozen: Frozen): FrozenFacts {
  const { meeting, number, sections, participants, points, decisions } = frozen
  return freezeFacts({
    number,
    title: original(meeting.title),
    held_on: meeting.heldOn,
    starts_at: meeting.startsAt?.toISOString() ?? null,
    ends_at: meeting.endsAt?.toISOString() ?? null,
    zone: meeting.zone,
    place: original(meeting.place),
    place_of: meeting.placeOrganisation?.slug ?? null,
    chair: original(meeting.chair),
    conveners: meeting.conveners.map(({ slug }) => slug),
    agenda: points.map(({ title }) => original(title)),
    participants: participants.map((each) => ({
      name: each.name,
      function: original(each.function),
      organisation: each.organisation?.slug ?? each.organisationWords,
      presence: each.presence,
      represented_by: each.representedBy,
    })),
    sections: sections.map(({ title, text, level }) => ({
      level,
      title: original(title),
      text: original(text),
    })),
    decisions: decisions.map(({ text, saidBy, state, horizon }) => ({
      state,
      text: original(text),
      said_by: original(saidBy),
      horizon,
    })),
  })
}

function original(text: LocalizedText): { language: string; text: string } | null {
  const language = originalLanguage(text)
  return language === null ? null : { language, text: text[language]?.text ?? '' }
}
