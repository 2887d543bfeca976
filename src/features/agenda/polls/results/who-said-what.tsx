import type { Reader } from '../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { countryName } from '../../../directory/index.ts'
import { optionWords } from '../option-words.ts'
import { type Answer, answers, type Poll } from '../poll.ts'
import type { Voter } from '../voters.queries.ts'

interface WhoSaidWhatProps {
  countries: readonly string[]
  poll: Poll
  voters: readonly Voter[]
  /** Whether addresses may replace missing names. */
  mayKeep: boolean
}

/** The answers of each voter to each date, with their words: for the people of the network. */
export function WhoSaidWhat({ countries, poll, voters, mayKeep }: WhoSaidWhatProps) {
  const reader = useReader()
  const { t } = reader
  const answered = voters.filter(({ answeredAt }) => answeredAt !== null)
  const waiting = voters.filter(({ answeredAt }) => answeredAt === null)
  const name = (voter: Voter) => voterName(reader, voter, mayKeep)
  return (
    <>
      {answered.length === 0 ? null : (
        <DataTable
          caption={t('agenda.poll.whoSaidWhat')}
          captionHidden
          rows={poll.options}
          rowKey={({ id }) => id}
          columns={[
            {
              key: 'date',
              label: t('agenda.poll.dateColumn'),
              header: true,
              cell: (option) => optionWords(reader, countries, option),
            },
            ...answers.map((answer) => ({
              key: answer,
              label: t(`agenda.ballot.${answer}`),
              cell: ({ id }: { id: string }) => sayers(reader, answered, id, answer, name),
            })),
          ]}
        />
      )}
      <Words voters={answered} name={name} />
      {waiting.length === 0 ? null : (
        <p>{t('agenda.poll.waitingFor', { names: waiting.map(name).join(', ') })}</p>
      )}
    </>
  )
}

function sayers(
  reader: Reader,
  voters: readonly Voter[],
  optionId: string,
  answer: Answer,
  name: (voter: Voter) => string,
) {
  const saying = voters.filter(({ answers: said }) => said[optionId] === answer)
  if (saying.length === 0) return '–'
  return (
    <ul class="plain-list">
      {saying.map((voter) => (
        <li key={voter.id}>
          {name(voter)}
          {voter.words[optionId] ? (
            <span class="quiet" {...languageAttributes(reader, voter.wordLanguage)}>
              {' '}
              {voter.words[optionId]}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  )
}

function Words({ voters, name }: { voters: readonly Voter[]; name: (voter: Voter) => string }) {
  const reader = useReader()
  const { t } = reader
  const speaking = voters.filter(({ suitsNone, word }) => suitsNone || word !== '')
  if (speaking.length === 0) return null
  return (
    <ul>
      {speaking.map((voter) => (
        <li key={voter.id}>
          {name(voter)}
          {voter.suitsNone ? ` – ${t('agenda.ballot.none')}` : ''}
          {voter.word === '' ? null : (
            <>
              {' – '}
              <q {...languageAttributes(reader, voter.wordLanguage)}>{voter.word}</q>
            </>
          )}
        </li>
      ))}
    </ul>
  )
}

function voterName(reader: Reader, voter: Voter, mayKeep: boolean): string {
  const name = voter.name || (mayKeep ? (voter.address ?? '') : '') || reader.t('agenda.poll.somebody')
  return `${name} (${countryName(reader, voter.country)})`
}
