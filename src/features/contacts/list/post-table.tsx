import { useReader } from '../../../ui/reader.tsx'
import { type Column, DataTable } from '../../../ui/table/data-table.tsx'
import { languageAttributes } from '../../../ui/text/language-attributes.ts'
import { Name } from '../../../ui/text/name.tsx'
import { shortNames } from '../../directory/index.ts'
import { paths } from '../paths.ts'
import type { Post } from '../posts/queries.ts'
import { PersonName } from '../views/person-name.tsx'
import { PostButton } from '../views/post-button.tsx'
import { FreshnessWords, FunctionWords, postTitle, VacancyWords } from '../views/post-words.tsx'
import { Reach } from '../views/reach.tsx'
import { freshness } from './contact-filter.ts'

export interface PostTableProps {
  network: string
  caption: string
  posts: Post[]
  now: Temporal.Instant
  /** Whether the reader sees the holders of posts at all. */
  seesPersons: boolean
  /** Left out on the page of one organisation. */
  showsOrganisation: boolean
  mayEdit(post: Post): boolean
}

/** Posts as a table: organisation, function, holder, how to reach them, how fresh that is. */
export function PostTable({ network, posts, ...props }: PostTableProps) {
  const reader = useReader()
  const { t } = reader
  const columns: Column<Post>[] = [
    {
      key: 'post',
      label: t(
        props.showsOrganisation ? 'contacts.field.organisationAndFunction' : 'contacts.field.function',
      ),
      header: true,
      cell: (post) => (
        <div id={`post-${post.id}`}>
          {props.showsOrganisation ? (
            <a
              class="contact-organisation"
              href={paths.organisation(reader, network, post.organisation.slug)}
            >
              <Name name={shortNames(post.organisation)} />
            </a>
          ) : null}
          {props.seesPersons ? (
            <a href={paths.post(reader, network, post.id)}>
              <FunctionWords words={post.function} />
            </a>
          ) : (
            <FunctionWords words={post.function} />
          )}
          {post.trades.length > 0 ? (
            <p class="quiet">{post.trades.map((trade) => t(`contacts.trade.${trade}`)).join(' · ')}</p>
          ) : null}
        </div>
      ),
    },
  ]
  if (!props.seesPersons)
    columns.push({
      key: 'kind',
      label: t('contacts.field.kind'),
      cell: ({ kind }) => t(`contacts.kind.${kind}`),
    })
  else columns.push(...personColumns({ network, posts, ...props }))
  return (
    <div class="contacts">
      <DataTable
        caption={props.caption}
        captionHidden
        rows={posts}
        rowKey={({ id }) => id}
        columns={columns}
      />
    </div>
  )
}

function personColumns({ network, now, mayEdit }: PostTableProps): Column<Post>[] {
  const reader = useReader()
  const { t } = reader
  return [
    {
      key: 'person',
      label: t('contacts.post.holder'),
      cell: (post) => (
        <div>
          <HolderName post={post} />
        </div>
      ),
    },
    {
      key: 'reach',
      label: t('contacts.field.reach'),
      cell: ({ holder }) =>
        holder === null || holder.isRemoved ? (
          '—'
        ) : (
          <div>
            <Reach holder={holder} />
          </div>
        ),
    },
    {
      key: 'confirmed',
      label: t('contacts.field.confirmed'),
      cell: (post) => {
        const { holder } = post
        if (holder === null || holder.isRemoved) return '—'
        return (
          <div>
            <FreshnessWords {...holder} post={post} now={now} />
            {holder.withheld === null &&
            mayEdit(post) &&
            freshness(post, holder.confirmedAt, now) !== 'fresh' ? (
              <PostButton
                action={paths.step(reader, network, post.id, 'confirmation')}
                label={t('contacts.action.confirm')}
                fields={{ from: 'list' }}
                about={postTitle(reader, post)}
              />
            ) : null}
          </div>
        )
      },
    },
  ]
}

/** The holder of a post and how to address them, or since when it is vacant. */
function HolderName({ post }: { post: Post }) {
  const reader = useReader()
  const { t } = reader
  const { holder } = post
  if (holder === null) return <VacancyWords post={post} />
  if (holder.isRemoved) return <span class="quiet">{t('ui.personalData.erased')}</span>
  if (holder.withheld === 'all') return <span class="quiet">{t('contacts.withheld.name')}</span>
  const salutation = holder.salutation[reader.language]
  return (
    <>
      <PersonName name={holder.name} />
      {salutation ? (
        <span class="contact-salutation" {...languageAttributes(reader, reader.language)}>
          {salutation}
        </span>
      ) : null}
    </>
  )
}
