import { type FormValues, readValues, typedValue } from '../../../../platform/input/form.ts'
import type { NetworkRequest } from '../../../networks/index.ts'
import type { Poll } from '../poll.ts'
import type { Ballot } from '../voters.commands.ts'
import type { Voter } from '../voters.queries.ts'
import { ballotForm, placeOf, type VotingFor } from './schema.ts'

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
