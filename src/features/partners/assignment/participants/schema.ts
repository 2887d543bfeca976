import { z } from 'zod'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { type FieldError, fieldError, says } from '../../../../platform/input/form.ts'
import { chosenAmong } from '../../../../platform/input/text-input.ts'
import { readMailAddress } from '../../../../platform/mail/mail-address.ts'
import { newTroubles, troublesOf } from '../rules/trouble.ts'
import type { Participant, Session, SessionFacts } from '../session.ts'

export const longestName = 120
/** More than these are several sessions. */
export const mostParticipants = 400

const address = z
  .string()
  .trim()
  .max(254)
  .default('')
  .transform((text) => (text === '' ? null : text))
  .refine((text) => text === null || readMailAddress(text) !== null, {
    error: says('partners.assignment.error.address'),
  })

/** What is recorded of a participant, by itself or by an organiser. */
export function participantForm({
  languages,
  slots,
}: {
  languages: readonly string[]
  slots: Session['slots']
}) {
  const [language = 'en', ...others] = languages
  const [slot = '', ...otherSlots] = slots.map(({ id }) => id)
  return z.object({
    personName: z.string().trim().max(longestName).default(''),
    address,
    language: z.enum(interfaceLanguages),
    languages: chosenAmong([language, ...others]),
    quota: z
      .string()
      .trim()
      .regex(/^\d{1,3}$/, { error: says('partners.assignment.error.quota') })
      .transform(Number)
      .refine((quota) => quota >= 1, { error: says('partners.assignment.error.quota') })
      .refine((quota) => quota <= slots.length, { error: says('partners.assignment.error.quotaOverSlots') }),
    absences: chosenAmong([slot, ...otherSlots]).refine((absent) => absent.length < slots.length, {
      error: says('partners.assignment.error.absentThroughout'),
    }),
  })
}

export type TypedParticipant = z.output<ReturnType<typeof participantForm>>

/** Errors in view of a participant’s fixed meetings: its quota covers them, it is present, and speaks what can be interpreted. */
export function participantErrors(
  facts: SessionFacts,
  { id }: Participant,
  { quota, absences, languages }: TypedParticipant,
): FieldError[] {
  const { rules, participants } = facts
  const fixed = rules.filter(
    ({ kind, firstId, secondId }) => kind === 'fixed' && [firstId, secondId].includes(id),
  )
  const changed = participants.map((each) =>
    each.id === id ? { ...each, quota, absences, languages } : each,
  )
  const kinds = newTroubles(troublesOf(facts), troublesOf({ ...facts, participants: changed })).map(
    ({ kind }) => kind,
  )
  return [
    ...(fixed.length > quota ? [fieldError('quota', 'partners.assignment.error.quotaUnderFixed')] : []),
    ...(kinds.includes('interpreters')
      ? [fieldError('languages', 'partners.assignment.error.languagesOfFixed')]
      : []),
    ...(kinds.includes('absence')
      ? [fieldError('absences', 'partners.assignment.error.absentWhenFixed')]
      : []),
  ]
}
