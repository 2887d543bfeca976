import { chooseText } from '../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Moment } from '../../../../ui/text/moment.tsx'
import { countryName } from '../../../directory/index.ts'
import { paths } from '../paths.ts'
import { answerWords } from '../questions/question.ts'
import type { Registration } from '../registration.ts'
import type { Terms } from '../terms.ts'

interface PeopleTableProps {
  network: string
  slug: string
  people: Registration[]
  terms: Terms
  caption: string
}

/** The people of a list, each with a link to their entry. */
export function PeopleTable({ network, slug, people, terms, caption }: PeopleTableProps) {
  const reader = useReader()
  const { t } = reader
  return (
    <DataTable<Registration>
      caption={caption}
      captionHidden
      rows={people}
      rowKey={({ id }) => id}
      columns={[
        {
          key: 'name',
          label: t('agenda.registration.name'),
          header: true,
          wide: true,
          cell: ({ id, name }) => (
            <a href={paths.one(reader, network, slug, id)}>
              <bdi>{name}</bdi>
            </a>
          ),
        },
        {
          key: 'organisation',
          label: t('agenda.registration.organisation'),
          cell: ({ organisation }) => organisation || '–',
        },
        {
          key: 'country',
          label: t('agenda.registration.country'),
          cell: ({ country }) => countryName(reader, country),
        },
        {
          key: 'answers',
          label: t('agenda.registration.answers'),
          cell: (person) => <AnswersCell terms={terms} person={person} />,
        },
        {
          key: 'since',
          label: t('agenda.registration.since'),
          cell: ({ queuedAt, createdAt }) => <Moment at={queuedAt ?? createdAt} />,
        },
      ]}
    />
  )
}

interface AnswersCellProps {
  terms: Terms
  person: Registration
}

function AnswersCell({ terms, person }: AnswersCellProps) {
  const { t, language } = useReader()
  const words = { language, yes: t('agenda.registration.yes'), no: t('agenda.registration.no') }
  const given = terms.questions.flatMap((question) => {
    const answer = answerWords(question, person.answers, words)
    return answer === ''
      ? []
      : [{ id: question.id, label: chooseText(question.label, language)?.text ?? '', answer }]
  })
  const attendance = person.attendance ? t(`agenda.registration.presence.${person.attendance}`) : null
  if (given.length === 0) return attendance ?? '–'
  return (
    <ul class="answers">
      {attendance ? <li>{attendance}</li> : null}
      {given.map(({ id, label, answer }) => (
        <li key={id}>
          <span class="quiet">{label}</span> {answer}
        </li>
      ))}
    </ul>
  )
}
