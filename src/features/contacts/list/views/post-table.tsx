import type { Reader } from '../../../../platform/i18n/reader.ts'
import { type Column, DataTable } from '../../../../ui/table/data-table.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { shortNames } from '../../../directory/index.ts'
import { paths } from '../../paths.ts'
import type { Post } from '../../posts/queries.ts'
import { postTitle } from '../../posts/views/post-title.ts'
import { FreshnessWords } from '../../views/freshness-words.tsx'
import { FunctionWords } from '../../views/function-words.tsx'
import { PostButton } from '../../views/post-button.tsx'
import { Reach } from '../../views/reach.tsx'
import { HolderName } from './holder-name.tsx'

export interface PostTableProps {
  reader: Reader
  network: string
  caption: string
  posts: Post[]
  now: Temporal.Instant
  /** Whether the reader sees who holds a post at all. */
  seesPersons: boolean
  /** Left out on the page of one organisation. */
  showsOrganisation: boolean
  mayEdit(post: Post): boolean
}

/** Posts as a table: whose, which, who, how to reach them, how fresh that is. */
export function PostTable({ reader, network, posts, ...props }: PostTableProps) {
  const { t } = reader
  const columns: Column<Post>[] = [
    {
      key: 'post',
      label: t('contacts.field.function'),
      header: true,
      cell: (post) => (
        <span id={`post-${post.id}`}>
          {props.seesPersons ? (
            <a href={paths.post(reader, network, post.id)}>
              <FunctionWords reader={reader} words={post.function} />
            </a>
          ) : (
            <FunctionWords reader={reader} words={post.function} />
          )}
        </span>
      ),
    },
  ]
  if (props.showsOrganisation)
    columns.unshift({
      key: 'organisation',
      label: t('contacts.field.organisation'),
      cell: ({ organisation }) => (
        <a href={paths.organisation(reader, network, organisation.slug)}>
          <Name reader={reader} name={shortNames(organisation)} />
        </a>
      ),
    })
  if (!props.seesPersons)
    columns.push({
      key: 'kind',
      label: t('contacts.field.kind'),
      cell: ({ kind }) => t(`contacts.kind.${kind}`),
    })
  else columns.push(...personColumns({ reader, network, posts, ...props }))
  return (
    <DataTable
      reader={reader}
      caption={props.caption}
      captionHidden
      rows={posts}
      rowKey={({ id }) => id}
      columns={columns}
    />
  )
}

function personColumns({ reader, network, now, mayEdit }: PostTableProps): Column<Post>[] {
  const { t } = reader
  return [
    {
      key: 'person',
      label: t('contacts.post.holder'),
      cell: (post) => <HolderName reader={reader} post={post} />,
    },
    {
      key: 'reach',
      label: t('contacts.field.reach'),
      cell: ({ holder }) =>
        holder === null || holder.isRemoved ? '—' : <Reach reader={reader} holder={holder} />,
    },
    {
      key: 'confirmed',
      label: t('contacts.field.confirmed'),
      cell: (post) => {
        const { holder } = post
        if (holder === null || holder.isRemoved) return '—'
        return (
          <>
            <FreshnessWords reader={reader} {...holder} now={now} />
            {holder.withheld === null && mayEdit(post) ? (
              <PostButton
                action={paths.step(reader, network, post.id, 'confirmation')}
                label={t('contacts.action.confirm')}
                fields={{ from: 'list' }}
                about={postTitle(reader, post)}
              />
            ) : null}
          </>
        )
      },
    },
  ]
}
