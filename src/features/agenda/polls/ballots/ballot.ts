import { z } from 'zod'
import { type FormValues, readValues, says, typedValue } from '../../../../platform/input/form.ts'
import type { NetworkRequest } from '../../../networks/index.ts'
import { answers, type Poll, type PollOption } from '../poll.ts'
import type { Ballot } from '../voters.commands.ts'
import type { Voter } from '../voters.queries.ts'

type Answering = Pick<NetworkRequest, 'request' | 'reader'> & { poll: Poll }

/** Reads a ballot as it is sent; “no date suits” means no to each. */
export function ballotSent({ request, reader, poll }: Answering, votingFor: VotingFor) {
  const suitsNone = typedValue(readValues(request.body), 'none') !== ''
  return ballotForm(poll.options, votingFor, suitsNone).transform(
    ({ answers, word, ...typed }): Ballot => ({
      ...placeOf(votingFor, typed),
      suitsNone,
      word,
      language: reader.interfaceLanguage,
      answers: suitsNone
        ? Object.fromEntries(
            Object.entries(answers).map(([id, said]) => [id, { ...said, answer: 'no' as const }]),
          )
        : answers,
    }),
  )
}

/** What a ballot shows of an earlier answer. */
export function ballotValues(voter: Voter | null): FormValues {
  if (voter === null) return {}
  const { answeredAt, answers, words, suitsNone, word, organisation, country } = voter
  const votingFor = { authority: organisation?.id ?? '', country }
  if (answeredAt === null) return votingFor
  return Object.assign(
    { ...votingFor, none: suitsNone ? 'yes' : '', word },
    ...Object.entries(answers).map(([id, answer]) => ({
      [`answers.${id}.answer`]: suitsNone ? '' : answer,
      [`answers.${id}.word`]: words[id] ?? '',
    })),
  )
}

export const longestWord = 300

/** How a voter answers: for one of the authorities they speak for, or for a side. */
interface VotingFor {
  authorities: readonly { id: string; country: string }[]
  /** The sides to choose from; empty if there is no choice. */
  countries: readonly string[]
}

const suiting = {
  none: z.string().default(''),
  word: z.string().trim().max(longestWord).default(''),
}

/** The answer to each date: yes, if need be or no, with a word; or that none suits. */
function ballotForm(options: readonly PollOption[], votingFor: VotingFor, suitsNone: boolean) {
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
function placeOf(
  { authorities, countries }: VotingFor,
  typed: { authority: string; country: string },
): { country: string; organisationId: string | null } {
  const authority =
    authorities.length > 1 ? authorities.find(({ id }) => id === typed.authority) : authorities[0]
  if (authority) return { country: authority.country, organisationId: authority.id }
  const country = countries.length > 1 ? typed.country : (countries[0] ?? '')
  return { country, organisationId: null }
}
