import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { countryName } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { Post } from '../../posts/queries.ts'
import { type ContactFilter, filterParameters } from '../filter.ts'
import { sidesFirst } from '../sides-first.ts'
import { ContactFilters } from './contact-filters.tsx'
import { PostTable } from './post-table.tsx'

interface ContactsPageProps {
  network: Network
  /** All posts, from which the choices of the filter are made. */
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
        <ContactFilters network={network.slug} all={all} filter={filter} seesPersons={props.seesPersons} />
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
  // An empty list has its own way on, and nothing to print or to take along.
  if (all.length === 0) return processing
  const file = (format: string) => paths.file(reader, network.slug, format, filterParameters(filter))
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
