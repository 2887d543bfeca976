import { z } from 'zod'
import { interfaceLanguages } from '../../../../platform/i18n/languages.ts'
import { chosenAmong } from '../../../../platform/input/choice-input.ts'
import { type FieldError, fieldError, says } from '../../../../platform/input/form.ts'
import { readMailAddress } from '../../../../platform/mail/mail-address.ts'
import { newTroubles, troublesOf } from '../rules/trouble.ts'
import type { Participant, Session, SessionGround } from '../session.ts'

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

/** What is said of a participant, whoever says it. */
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

/** What is wrong beside the fixed meetings that somebody has: fewer than these are no quota, at theirs one is there, and speaks what can be interpreted. */
export function participantErrors(
  ground: SessionGround,
  { id }: Participant,
  { quota, absences, languages }: TypedParticipant,
): FieldError[] {
  const { rules, participants } = ground
  const fixed = rules.filter(
    ({ kind, firstId, secondId }) => kind === 'fixed' && [firstId, secondId].includes(id),
  )
  const changed = participants.map((each) =>
    each.id === id ? { ...each, quota, absences, languages } : each,
  )
  const kinds = newTroubles(troublesOf(ground), troublesOf({ ...ground, participants: changed })).map(
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
