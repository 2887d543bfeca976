import { type FieldError, type FormValues, readForm, typedValue } from '../../../../platform/input/form.ts'
import type { Poll } from '../poll.ts'
import type { Ballot } from '../voters/commands.ts'
import type { Voter } from '../voters/queries.ts'
import { ballotForm, placeOf, type Standing } from './schema.ts'

/** A ballot as it was sent, or what is wrong with it. */
export function readBallot(
  poll: Poll,
  standing: Standing,
  values: FormValues,
  language: string,
): { valid: true; ballot: Ballot } | { valid: false; values: FormValues; errors: FieldError[] } {
  const suitsNone = typedValue(values, 'none') !== ''
  const form = readForm(ballotForm(poll.options, standing, suitsNone), values)
  if (!form.valid) return form
  const { answers, word, ...typed } = form.data
  return {
    valid: true,
    ballot: {
      ...placeOf(standing, typed),
      suitsNone,
      word,
      language,
      answers: suitsNone
        ? Object.fromEntries(
            Object.entries(answers).map(([id, said]) => [id, { ...said, answer: 'no' as const }]),
          )
        : answers,
    },
  }
}

/** What a ballot shows of what somebody has answered before. */
export function ballotValues(voter: Voter | null): FormValues {
  if (voter === null) return {}
  const { answeredAt, answers, words, suitsNone, word, organisation, country } = voter
  const standing = { authority: organisation?.id ?? '', country }
  if (answeredAt === null) return standing
  return Object.assign(
    { ...standing, none: suitsNone ? 'yes' : '', word },
    ...Object.entries(answers).map(([id, answer]) => ({
      [`answers.${id}.answer`]: suitsNone ? '' : answer,
      [`answers.${id}.word`]: words[id] ?? '',
    })),
  )
}
