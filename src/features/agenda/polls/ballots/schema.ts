import { z } from 'zod'
import { says } from '../../../../platform/input/form.ts'
import { answers, type PollOption } from '../poll.ts'

export const longestWord = 300

/** How a voter answers: for one of the authorities they speak for, or for a side. */
export interface VotingFor {
  authorities: readonly { id: string; country: string }[]
  /** The sides to choose from; empty if there is no choice. */
  countries: readonly string[]
}

const suiting = {
  none: z.string().default(''),
  word: z.string().trim().max(longestWord).default(''),
}

/** The answer to each date: yes, if need be or no, with a word; or that none suits. */
export function ballotForm(options: readonly PollOption[], votingFor: VotingFor, suitsNone: boolean) {
  const said = z.preprocess(
    (value) => value ?? {},
    z.object({
      answer: suitsNone ? z.enum(answers).catch('no') : z.enum(answers),
      word: z.string().trim().max(longestWord).default(''),
    }),
  )
  const each = z.object(Object.fromEntries(options.map(({ id }) => [id, said])))
  return z.object({
    ...suiting,
    ...votingForFields(votingFor),
    // Browsers send nothing for dates without an answer.
    answers: z.preprocess((value) => value ?? {}, each),
  })
}

function votingForFields({ authorities, countries }: VotingFor) {
  return {
    authority:
      authorities.length > 1
        ? z.string().refine((id) => authorities.some((each) => each.id === id))
        : z.string().default(''),
    country:
      authorities.length === 0 && countries.length > 1
        ? z.string().refine((code) => countries.includes(code), says('ui.form.missing'))
        : z.string().default(''),
  }
}

/** The side on which a voter is counted, and the authority they speak for. */
export function placeOf(
  { authorities, countries }: VotingFor,
  typed: { authority: string; country: string },
): { country: string; organisationId: string | null } {
  const authority =
    authorities.length > 1 ? authorities.find(({ id }) => id === typed.authority) : authorities[0]
  if (authority) return { country: authority.country, organisationId: authority.id }
  const country = countries.length > 1 ? typed.country : (countries[0] ?? '')
  return { country, organisationId: null }
}
