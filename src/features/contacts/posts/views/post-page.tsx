import { capitalized } from '../../../../platform/i18n/capitalized.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { PrintButton } from '../../../../ui/blocks/print-button.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { Name } from '../../../../ui/text/name.tsx'
import { themes } from '../../../networks/index.ts'
import type { ConsentEntry } from '../../consents/queries.ts'
import type { Holder } from '../../holders/holder.ts'
import { ConsentPart } from '../../holders/views/consent-part.tsx'
import { HolderFacts } from '../../holders/views/holder-facts.tsx'
import { PastHolders } from '../../holders/views/past-holders.tsx'
import { paths } from '../../paths.ts'
import { FunctionWords } from '../../views/function-words.tsx'
import { VacancyWords } from '../../views/vacancy-words.tsx'
import type { Post } from '../queries.ts'
import { PostActions, RemovalPart } from './post-actions.tsx'

export interface PostPageProps {
  network: string
  post: Post
  past: Holder[]
  consents: ConsentEntry[]
  now: Temporal.Instant
  mayEdit: boolean
  mayManage: boolean
}

/** One post: who holds it, how to reach them, on what ground that is kept, and who held it before. */
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
          [t(`contacts.kind.${post.kind}`), ...themeWords(reader, post.themes)].join(' · '),
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
          <HolderFacts holder={holder} now={now} showsGrounds={props.mayEdit} />
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
