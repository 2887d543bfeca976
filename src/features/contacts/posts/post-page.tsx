import { describeDate } from '../../../platform/dates/index.ts'
import { capitalized } from '../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { Notice } from '../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { Name } from '../../../ui/text/name.tsx'
import { themes } from '../../networks/index.ts'
import type { ConsentEntry } from '../consents/queries.ts'
import type { Holder } from '../holders/holder.ts'
import { HolderFacts } from '../holders/views/holder-facts.tsx'
import { paths } from '../paths.ts'
import { endsSoon } from '../retention/keep-until.ts'
import { PersonName } from '../views/person-name.tsx'
import { PostButton } from '../views/post-button.tsx'
import { FunctionWords, VacancyWords } from '../views/post-words.tsx'
import type { Post } from './queries.ts'

export interface PostPageProps {
  network: string
  post: Post
  past: Holder[]
  consents: ConsentEntry[]
  now: Temporal.Instant
  mayEdit: boolean
  mayManage: boolean
}

/** One post: its holder, how to reach them, the ground on which their data are kept, and earlier holders. */
export function PostPage(props: PostPageProps) {
  const reader = useReader()
  const { network, post, past, now } = props
  const { t } = reader
  const { holder } = post
  return (
    <>
      <PageHeading
        kicker={
          <a href={paths.organisation(reader, network, post.organisation.slug)}>
            <Name name={post.organisation.name} />
          </a>
        }
        lead={capitalized(
          [
            t(`contacts.kind.${post.kind}`),
            ...post.trades.map((trade) => t(`contacts.trade.${trade}`)),
            ...themeWords(reader, post.themes),
          ].join(' · '),
          reader.interfaceLanguage,
        )}
        actions={<PrintButton />}
      >
        <FunctionWords words={post.function} />
      </PageHeading>
      <Section id="holder" title={t('contacts.post.holder')}>
        {holder === null ? (
          <Notice>
            <VacancyWords post={post} />
          </Notice>
        ) : (
          <HolderFacts post={post} holder={holder} now={now} showsGrounds={props.mayEdit} />
        )}
        {props.mayEdit ? <PostActions {...props} /> : null}
      </Section>
      {holder && props.mayEdit && holder.transferBasis === 'separate_consent' && !holder.isRemoved ? (
        <ConsentPart network={network} postId={post.id} holder={holder} consents={props.consents} />
      ) : null}
      <PastHolders holders={past} />
      {props.mayEdit ? <RemovalPart {...props} /> : null}
    </>
  )
}

function themeWords({ t }: Reader, chosen: readonly string[]): string[] {
  const known = themes.filter((theme) => chosen.includes(theme))
  return known.map((theme) => t(`networks.theme.${theme}`))
}

/** Earlier holders of a post, newest first; those whose data are gone keep their place and their dates. */
function PastHolders({ holders }: { holders: Holder[] }) {
  const reader = useReader()
  const { t } = reader
  if (holders.length === 0) return null
  const day = (edtf: string | null) => (edtf ? describeDate(edtf, reader.interfaceLanguage) : '—')
  return (
    <Section id="past" title={t('contacts.past.title')} aside={String(holders.length)}>
      <DataTable
        caption={t('contacts.past.title')}
        captionHidden
        rows={holders}
        rowKey={({ holdingId }) => holdingId}
        columns={[
          {
            key: 'name',
            label: t('contacts.field.name'),
            header: true,
            wide: true,
            cell: (holder) =>
              holder.isRemoved ? (
                t('ui.personalData.erased')
              ) : holder.withheld === 'all' ? (
                t('contacts.withheld.all')
              ) : (
                <PersonName name={holder.name} />
              ),
          },
          { key: 'from', label: t('contacts.past.from'), cell: ({ from }) => day(from) },
          { key: 'until', label: t('contacts.past.until'), cell: ({ until }) => day(until) },
        ]}
      />
    </Section>
  )
}

interface ConsentPartProps {
  network: string
  postId: string
  holder: Holder
  consents: ConsentEntry[]
}

/** Whether the person agrees to be read abroad, earlier requests and answers, and how to ask. */
function ConsentPart({ network, postId, holder, consents }: ConsentPartProps) {
  const reader = useReader()
  const { t } = reader
  const state = holder.consent
  return (
    <Section id="consent" title={t('contacts.consentPart.title')}>
      {state === 'accepted' ? null : (
        <Notice kind="warning">
          <p>{t('contacts.consentPart.needed')}</p>
        </Notice>
      )}
      {consents.length > 0 ? (
        <ul>
          {consents.map((consent) => (
            <li key={consent.id}>
              {t(`contacts.consentState.${stateOf(consent)}`)}
              {' – '}
              <Moment at={consent.decidedAt ?? consent.askedAt} />{' '}
              {t('contacts.consent.version', { version: consent.version })}
            </li>
          ))}
        </ul>
      ) : null}
      {state === 'accepted' ? null : (
        <PostButton
          action={paths.step(reader, network, postId, 'consent')}
          label={t(state === null ? 'contacts.consentPart.ask' : 'contacts.consentPart.askAgain')}
        />
      )}
    </Section>
  )

  function stateOf({ decision }: ConsentEntry) {
    return decision === 'accepted' || decision === 'refused'
      ? decision
      : state === 'lapsed'
        ? 'lapsed'
        : 'asked'
  }
}

/** The actions on a post and on its holder. */
function PostActions({ network, post, now, mayEdit }: PostPageProps) {
  const reader = useReader()
  const { t } = reader
  const { holder } = post
  const to = (step: string) => paths.step(reader, network, post.id, step)
  const isSeen = holder !== null && holder.withheld !== 'all' && !holder.isRemoved
  return (
    <div class="part-actions no-print">
      {isSeen ? (
        <PostButton action={to('confirmation')} label={t('contacts.action.confirm')} isPrimary />
      ) : null}
      {isSeen && mayEdit && endsSoon({ now: () => now }, holder.retentionUntil) ? (
        <PostButton action={to('extension')} label={t('contacts.action.extend')} />
      ) : null}
      {isSeen ? (
        <a class="button" href={to('holder')}>
          {t('contacts.action.correct')}
        </a>
      ) : null}
      {holder === null ? (
        <a class="button primary" href={to('holder')}>
          {t('contacts.action.fill')}
        </a>
      ) : (
        <a class="button" href={to('handover')}>
          {t('contacts.action.handOver')}
        </a>
      )}
      <a class="button" href={to('vacancy')}>
        {t(post.isHeld ? 'contacts.action.vacancy' : 'contacts.action.vacancyMore')}
      </a>
      <a class="button" href={to('edit')}>
        {t('contacts.post.edit')}
      </a>
    </div>
  )
}

/** Irreversible actions are set apart, each with its effect. */
function RemovalPart({ network, post, mayManage }: PostPageProps) {
  const reader = useReader()
  const { t } = reader
  const { holder } = post
  const to = (step: string) => paths.step(reader, network, post.id, step)
  return (
    <details class="contact-removal no-print">
      <summary>{t('contacts.removal.title')}</summary>
      {holder !== null && !holder.isRemoved ? (
        <>
          <p>{t('contacts.removal.person')}</p>
          <div class="part-actions">
            <PostButton
              action={to('erasure')}
              label={t('contacts.removal.erase')}
              fields={{ contact: holder.contactId }}
            />
            {mayManage && holder.withheld === null ? (
              <a class="button" href={to('data.json')} download>
                {t('contacts.removal.data')}
              </a>
            ) : null}
          </div>
        </>
      ) : null}
      <p>{t('contacts.removal.post')}</p>
      <div class="part-actions">
        <PostButton action={to('removal')} label={t('contacts.removal.remove')} />
      </div>
    </details>
  )
}
