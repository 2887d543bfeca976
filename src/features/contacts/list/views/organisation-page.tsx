import { EmptyState } from '../../../../ui/blocks/empty-state.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { kindName, type OrganisationRecord } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { paths } from '../../paths.ts'
import type { Post } from '../../posts/queries.ts'
import { PostTable } from './post-table.tsx'

interface OrganisationPageProps {
  network: Network
  organisation: OrganisationRecord
  posts: Post[]
  now: Temporal.Instant
  seesPersons: boolean
  mayEdit: boolean
}

/** The posts of one organisation in their order. */
export function OrganisationPage({ network, organisation, posts, ...props }: OrganisationPageProps) {
  const reader = useReader()
  const { t } = reader
  const add = props.mayEdit ? (
    <a class="button primary" href={paths.newPost(reader, network.slug, organisation.slug)}>
      {t('contacts.post.add')}
    </a>
  ) : null
  return (
    <>
      <PageHeading
        kicker={<a href={paths.list(reader, network.slug)}>{t('contacts.page.title')}</a>}
        lead={
          <>
            {kindName(reader, organisation.kind)} ·{' '}
            <a href={paths.record(reader, network.slug, organisation.slug)}>
              {t('contacts.organisation.record')}
            </a>
          </>
        }
        actions={
          posts.length > 0 ? (
            <>
              {add}
              <PrintButton />
            </>
          ) : undefined
        }
      >
        <Name name={organisation.name} />
      </PageHeading>
      {posts.length === 0 ? (
        <EmptyState
          title={t('contacts.organisation.emptyTitle')}
          why={t('contacts.organisation.emptyWhy')}
          next={add}
        />
      ) : (
        <PostTable
          network={network.slug}
          caption={t('contacts.page.title')}
          posts={posts}
          now={props.now}
          seesPersons={props.seesPersons}
          showsOrganisation={false}
          mayEdit={() => props.mayEdit}
        />
      )}
    </>
  )
}
