import type { z } from 'zod'
import { type LocalizedText, plainText, textStatesOf } from '../../../platform/i18n/localized-text.ts'
import type { OrganisationRef } from '../../directory/index.ts'
import { daysOpen, isLate } from './ageing.ts'
import { type Expectation, isClosed } from './expectation.ts'
import type { MemberRequest } from './requests.queries.ts'
import type { expectationRecord } from './schema.ts'

type Shown = z.input<typeof expectationRecord>

/** An expectation as programs read it in a list. */
export function entryOf(
  address: (slug: string) => string,
  expectation: Expectation,
  today: string,
): Omit<Shown, 'answers'> {
  const { title, text, closing, deadline } = expectation
  const texts: Record<string, LocalizedText> = { title, text }
  return {
    id: expectation.id,
    slug: expectation.slug,
    url: address(expectation.slug),
    updated_at: expectation.updatedAt.toISOString(),
    asker: organisationOf(expectation.asker),
    addressed_to: organisationOf(expectation.asked),
    title: plainText(title),
    text: plainText(text),
    text_states: textStatesOf(texts),
    themes: expectation.themes,
    form: expectation.form,
    deadline,
    confidentiality: expectation.confidentiality,
    status: expectation.state,
    stated_on: expectation.knownOn,
    days_open: daysOpen(expectation, closing?.closedOn ?? today),
    late: !isClosed(expectation) && isLate(expectation, today),
    outcome: closing?.outcome ?? null,
    closed_on: closing?.closedOn ?? null,
    taken_up_by: expectation.takers.map((taker) => ({ ...organisationOf(taker), in_part: taker.isPart })),
  }
}

/** What a member answers, as programs read it. */
export function answerOf({ organisation, relay, answer, reason, words, answeredAt }: MemberRequest) {
  return {
    organisation: organisationOf(organisation),
    relayed: relay !== null,
    answer,
    reason,
    words: plainText(words),
    answered_at: answeredAt?.toISOString() ?? null,
  }
}

function organisationOf({ slug, name, country, kind }: OrganisationRef) {
  return { slug, name, country, kind }
}
