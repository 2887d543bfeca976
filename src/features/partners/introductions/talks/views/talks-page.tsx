import type { ComponentChildren } from 'preact'
import { languageOf } from '../../../../../platform/i18n/country-language.ts'
import { chooseName } from '../../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../../platform/i18n/reader.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../../ui/text/headings.tsx'
import { Passage } from '../../../../../ui/text/passage.tsx'
import { TieLine, type TieLineProps } from '../../../../../ui/tie/tie-line.tsx'
import { byOwnSide, shortNames } from '../../../../directory/index.ts'
import type { Network } from '../../../../networks/index.ts'
import { agreementWords, type CooperationRow } from '../../../../registry/index.ts'
import { paths as wishPaths } from '../../../wishes/paths.ts'
import {
  deedsFor,
  type Introduction,
  type IntroductionState,
  type Speaking,
  stateOf,
} from '../../introduction.ts'
import { paths } from '../../paths.ts'
import type { TalkMessage } from '../../queries.ts'
import type { Typed } from '../deeds/routes.tsx'
import { Advising } from './advising.tsx'
import { DecisionForms } from './decision-forms.tsx'
import { MessageForm } from './message-form.tsx'
import { Messages } from './messages.tsx'
import { TalkingTies } from './talking-ties.tsx'
import { TalksState } from './talks-state.tsx'

export interface TalksPageProps {
  network: Network
  introduction: Introduction
  speaking: Speaking
  messages: TalkMessage[]
  /** The cooperations that the two have. */
  ties: CooperationRow[]
  /** Who may be asked to advise; none for those who do not choose. */
  advisers: { personId: string; name: string }[]
  /** Of the page: forms lead beneath it. */
  address: string
  isByLink: boolean
  /** What was sent and is wrong. */
  typed: Typed
  /** Of whoever has no account: their data and their link. */
  foot?: ComponentChildren
}

/** The two authorities that talk, in words for titles. */
export function talksTitle(reader: Reader, { owner, interested }: Introduction): string {
  return [owner, interested].map((each) => chooseName(shortNames(each), reader.language).text).join(' – ')
}

/** The same as a line: the reader’s own side stands on the left, and between them is the tie that they have, else that of one to come. */
export function talksLine(
  reader: Reader,
  introduction: Introduction,
  ties: readonly CooperationRow[],
): TieLineProps {
  const { owner, interested } = introduction
  const state = stateOf(introduction)
  const tie = ties.find(({ id }) => id === introduction.cooperation?.id) ?? ties[0]
  const order = byOwnSide(reader, [...new Set([owner.country, interested.country])])
  const parties = [owner, interested].toSorted(
    (one, other) => order.indexOf(one.country) - order.indexOf(other.country),
  )
  return {
    parties: parties.map((each) => ({
      name: shortNames(each),
      country: each.country,
      language: languageOf(each.country),
    })),
    ...(tie
      ? { status: tie.standing.status, ...agreementWords(reader, tie) }
      : { status: begun.has(state) ? 'in_talks' : 'prospective' }),
  }
}

const begun: ReadonlySet<IntroductionState> = new Set(['accepted', 'claimed', 'made'])

/** Talks between two authorities: how they stand, what was said in each language, what one may do now. */
export function TalksPage(props: TalksPageProps) {
  const reader = useReader()
  const { network, introduction, speaking, isByLink } = props
  const { t } = reader
  const { wish } = introduction
  const deeds = deedsFor(introduction, speaking)
  return (
    <article class="talks">
      <PageHeading
        kicker={
          isByLink ? undefined : (
            <a href={paths.list(reader, network.slug)}>{t('partners.introduction.list.title')}</a>
          )
        }
      >
        <TieLine {...talksLine(reader, introduction, props.ties)} size="heading" />
      </PageHeading>
      <p>
        {t('partners.introduction.about')}{' '}
        <a href={wishPaths.wish(reader, network.slug, wish.slug)}>
          <Passage text={wish.title} as="span" tags={false} />
        </a>
      </p>
      <TalkingTies {...props} />
      <TalksState {...props} />
      <DecisionForms {...props} deeds={deeds} />
      <Section id="messages" title={t('partners.introduction.messages')}>
        <Messages {...props} mayTranslate={speaking.adviser} />
        {deeds.write ? <MessageForm {...props} /> : null}
      </Section>
      {deeds.assign || introduction.adviser ? <Advising {...props} mayAssign={deeds.assign} /> : null}
      {props.foot}
    </article>
  )
}
