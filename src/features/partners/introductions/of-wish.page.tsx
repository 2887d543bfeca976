import type { ComponentChildren } from 'preact'
import { chooseName } from '../../../platform/i18n/localized-text.ts'
import { EntryList } from '../../../ui/blocks/entry-list.tsx'
import { Section } from '../../../ui/text/headings.tsx'
import { Moment } from '../../../ui/text/moment.tsx'
import { shortNames } from '../../directory/index.ts'
import type { NetworkRequest } from '../../networks/index.ts'
import { mayAdvise } from '../policy.ts'
import type { Wish } from '../wishes/queries.ts'
import { saidState } from './introduction.ts'
import { paths } from './paths.ts'
import { listIntroductionsTo } from './queries.ts'

/** The talks about a wish in which the reader takes part; null where there are none. */
export async function renderTalks(
  { context, reader, network }: Pick<NetworkRequest, 'context' | 'reader' | 'network'>,
  wish: Wish,
): Promise<ComponentChildren | null> {
  if (context.actor.kind === 'anonymous') return null
  const introductions = await listIntroductionsTo(context, network.id, wish.id)
  if (introductions.length === 0) return null
  const isAdviser = mayAdvise(context.actor, network.id)
  return (
    <Section id="talks" title={reader.t('partners.introduction.talks')}>
      <EntryList
        entries={introductions.map((each) => ({
          key: each.id,
          href: paths.introduction(reader, network.slug, each.id),
          title: chooseName(shortNames(each.interested), reader.language).text,
          meta: (
            <>
              {reader.t(`partners.introduction.state.${saidState(each, isAdviser)}`)}
              {' · '}
              <Moment at={each.updatedAt} />
            </>
          ),
        }))}
      />
    </Section>
  )
}
