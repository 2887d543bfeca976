import { compareNames } from '../../../platform/i18n/formatters.ts'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../platform/i18n/reader.ts'
import { isCode } from '../../../platform/input/code.ts'
import type { AddressParameters } from '../../../platform/input/list-filter.ts'
import { EmptyState } from '../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../ui/reader.tsx'
import { ListFilters } from '../../../ui/table/list-filters.tsx'
import { PageHeading, Section } from '../../../ui/text/headings.tsx'
import { countryName, shortNames } from '../../directory/index.ts'
import { type Network, themes } from '../../networks/index.ts'
import { postKinds } from '../legal.ts'
import { paths } from '../paths.ts'
import type { Post } from '../posts/queries.ts'
import { trades, tradesOf } from '../trades/trades.ts'
import {
  type ContactFilter,
  type ContactState,
  contactFilter,
  contactStates,
  levels,
} from './contact-filter.ts'
import { PostTable } from './post-table.tsx'

interface ContactsPageProps {
  network: Network
  /** All posts, which give the choices of the filter. */
  all: Post[]
  posts: Post[]
  filter: ContactFilter
  now: Temporal.Instant
  seesPersons: boolean
  mayAdd: boolean
  mayExport: boolean
  mayEdit(post: Post): boolean
}

/** The contacts of a network by country: the reader’s own side first. */
export function ContactsPage(props: ContactsPageProps) {
  const reader = useReader()
  const { network, all, posts, filter } = props
  const { t } = reader
  const byCountry = Map.groupBy(posts, ({ organisation }) => organisation.country)
  return (
    <>
      <PageHeading
        lead={t(props.seesPersons ? 'contacts.page.lead' : 'contacts.page.publicLead')}
        actions={props.seesPersons ? <Actions {...props} /> : undefined}
      >
        {t('contacts.page.title')}
      </PageHeading>
      {all.length === 0 ? (
        <EmptyState
          title={t('contacts.page.emptyTitle')}
          why={t('contacts.page.emptyWhy')}
          next={
            props.mayAdd ? (
              <a class="button primary" href={paths.newPost(reader, network.slug)}>
                {t('contacts.post.add')}
              </a>
            ) : null
          }
        />
      ) : (
        <ContactFilters
          address={(parameters) => paths.list(reader, network.slug, parameters)}
          all={all}
          filter={filter}
          seesPersons={props.seesPersons}
        />
      )}
      {all.length > 0 && posts.length === 0 ? (
        <EmptyState
          title={t('contacts.page.noneTitle')}
          next={<a href={paths.list(reader, network.slug)}>{t('contacts.page.all')}</a>}
        />
      ) : null}
      {sidesFirst(reader, [...byCountry.keys()]).map((country) => {
        const theirs = byCountry.get(country) ?? []
        const name = countryName(reader, country)
        return (
          <Section key={country} id={`contacts-${country}`} title={name} aside={String(theirs.length)}>
            <PostTable
              network={network.slug}
              caption={name}
              posts={theirs}
              now={props.now}
              seesPersons={props.seesPersons}
              showsOrganisation
              mayEdit={props.mayEdit}
            />
          </Section>
        )
      })}
      {props.seesPersons ? <p class="form-note">{t('contacts.page.abroad')}</p> : null}
    </>
  )
}

function Actions({ network, all, filter, mayAdd, mayExport }: ContactsPageProps) {
  const reader = useReader()
  const { t } = reader
  const processing = (
    <a class="button" href={paths.processing(reader, network.slug)}>
      {t('contacts.processing.title')}
    </a>
  )
  // An empty list has its own next step, and nothing to print or export.
  if (all.length === 0) return processing
  const file = (format: string) => paths.file(reader, network.slug, format, contactFilter.parameters(filter))
  return (
    <>
      {mayAdd ? (
        <>
          <a class="button primary" href={paths.newPost(reader, network.slug)}>
            {t('contacts.post.add')}
          </a>
          <a class="button" href={paths.review(reader, network.slug)}>
            {t('contacts.review.title')}
          </a>
        </>
      ) : null}
      <PrintButton />
      {mayExport ? (
        <>
          <a class="button" href={file('csv')} download>
            {t('contacts.page.csv')}
          </a>
          <a class="button" href={file('vcf')} download>
            {t('contacts.page.vcard')}
          </a>
        </>
      ) : null}
      {processing}
    </>
  )
}

interface ContactFiltersProps {
  /** The address of the list with some parameters. */
  address(parameters?: AddressParameters): string
  all: Post[]
  filter: ContactFilter
  seesPersons: boolean
}

/** The choices that narrow the list: only those that match something. */
export function ContactFilters({ address, all, filter, seesPersons }: ContactFiltersProps) {
  const reader = useReader()
  const { t } = reader
  const organisations = new Map(all.map(({ organisation }) => [organisation.id, organisation]))
  const names = [...organisations.values()]
    .map((each) => ({ value: each.id, label: chooseName(shortNames(each), reader.language).text }))
    .toSorted((a, b) => compareNames(reader.interfaceLanguage, a.label, b.label))
  return (
    <ListFilters
      action={address()}
      parameters={contactFilter.parameters(filter)}
      address={address}
      fields={[
        {
          name: 'organisation',
          label: t('contacts.field.organisation'),
          options: names,
          word: (code) => names.find(({ value }) => value === code)?.label ?? null,
        },
        {
          name: 'kind',
          label: t('contacts.field.kind'),
          codes: postKinds,
          word: (code) => (all.some(({ kind }) => kind === code) ? t(`contacts.kind.${code}`) : null),
        },
        {
          name: 'trade',
          label: t('contacts.field.trades'),
          codes: trades,
          word: (code) =>
            all.some((post) => post.trades.includes(code)) ? t(`contacts.trade.${code}`) : null,
          hasCapital: true,
          isSorted: true,
        },
        {
          name: 'country',
          place: 'more',
          label: t('contacts.export.country'),
          codes: [...new Set(all.map(({ organisation }) => organisation.country))],
          word: (code) => countryName(reader, code),
        },
        {
          name: 'level',
          place: 'more',
          label: t('registry.filter.level'),
          codes: levels,
          word: (code) =>
            all.some(({ organisation }) => String(organisation.level) === code)
              ? t(`registry.level.level${code}`)
              : null,
        },
        {
          name: 'theme',
          label: t('contacts.field.theme'),
          codes: themes,
          word: (code) =>
            isCode(themes, code) &&
            all.some(
              (post) =>
                post.themes.includes(code) || tradesOf(code).some((each) => post.trades.includes(each)),
            )
              ? t(`networks.theme.${code}`)
              : null,
        },
        ...(seesPersons
          ? [
              {
                name: 'state' as const,
                label: t('contacts.field.state'),
                codes: contactStates,
                word: (code: ContactState) => t(`contacts.state.${code}`),
              },
            ]
          : []),
      ]}
    />
  )
}

/** Countries with the reader’s own first, then by name: no side comes first for everyone. */
export function sidesFirst(reader: Reader, countries: readonly string[]): string[] {
  const own = (country: string) =>
    new Intl.Locale(`und-${country}`).maximize().language === reader.language ? 0 : 1
  return countries.toSorted(
    (a, b) =>
      own(a) - own(b) ||
      compareNames(reader.interfaceLanguage, countryName(reader, a), countryName(reader, b)),
  )
}
