import { useReader } from '../../../../ui/reader.tsx'
import { DataTable } from '../../../../ui/table/data-table.tsx'
import { Section } from '../../../../ui/text/headings.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import type { Reply } from '../reply.ts'
import type { MemberRequest } from '../requests/queries.ts'
import { Party } from './party.tsx'

interface ReplySectionProps {
  network: string
  reply: Reply
}

/** The consolidated reply: who takes it up and with which words, who cannot and why, who has not answered. */
export function ReplySection({
  network,
  reply: { takers, partTakers, declined, silent },
}: ReplySectionProps) {
  const { t } = useReader()
  const names = (members: readonly MemberRequest[]) =>
    members.map(({ id, organisation }, index) => (
      <span key={id}>
        {index === 0 ? null : ', '}
        <Party network={network} organisation={organisation} />
      </span>
    ))
  const declinedWords = t('partners.reply.declined', {
    count: declined.reduce((count, { members }) => count + members.length, 0),
  })
  return (
    <Section id="reply" title={t('partners.reply.title')}>
      {takers.length === 0 && partTakers.length > 0 ? null : (
        <h3>{t('partners.reply.takers', { count: takers.length })}</h3>
      )}
      {takers.map((member) => (
        <InTheirWords key={member.id} network={network} member={member} />
      ))}
      {partTakers.length === 0 ? null : (
        <h3>{t('partners.reply.partTakers', { count: partTakers.length })}</h3>
      )}
      {partTakers.map((member) => (
        <InTheirWords key={member.id} network={network} member={member} />
      ))}
      {declined.length === 0 ? null : <h3>{declinedWords}</h3>}
      {declined.length === 0 ? null : (
        <DataTable
          caption={declinedWords}
          captionHidden
          rows={declined}
          rowKey={({ reason }) => reason}
          columns={[
            {
              key: 'reason',
              label: t('partners.reason.title'),
              header: true,
              cell: ({ reason }) => t(`partners.reason.${reason}`),
            },
            {
              key: 'count',
              label: t('partners.reply.count'),
              numeric: true,
              cell: ({ members }) => String(members.length),
            },
            {
              key: 'members',
              label: t('partners.reply.members'),
              wide: true,
              cell: ({ members }) => <span>{names(members)}</span>,
            },
          ]}
        />
      )}
      {declined.flatMap(({ members }) =>
        members
          .filter(({ words }) => Object.keys(words).length > 0)
          .map((member) => <InTheirWords key={member.id} network={network} member={member} />),
      )}
      {silent.length === 0 ? null : (
        <p>
          {t('partners.reply.silent', { count: silent.length })} {names(silent)}
        </p>
      )}
    </Section>
  )
}

interface InTheirWordsProps {
  network: string
  member: MemberRequest
}

function InTheirWords({ network, member: { organisation, answer, words } }: InTheirWordsProps) {
  const reader = useReader()
  return (
    <div class="entry">
      <p>
        <strong>
          <Party network={network} organisation={organisation} />
        </strong>
        {answer === null ? null : ` – ${reader.t(`partners.answer.${answer}`)}`}
      </p>
      <Passage text={words} as="div" class="as-written" />
    </div>
  )
}
