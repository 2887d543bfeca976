import { chooseName } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { Notice } from '../../../../ui/blocks/notice.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import type { CooperationSummary } from '../../../registry/index.ts'
import {
  type Introduction,
  type Speaking,
  saidState,
  stateOf,
  type TalkingAuthority,
  tieWords,
} from '../introduction.ts'
import { paths } from '../paths.ts'

export interface TalksStateProps {
  network: Network
  introduction: Introduction
  speaking: Speaking
  /** The cooperations that the two have. */
  ties: CooperationSummary[]
}

/** How talks stand, since when, and on whose word. */
export function TalksState({ network, introduction, speaking, ties }: TalksStateProps) {
  const reader = useReader()
  const { t } = reader
  const state = saidState(introduction, speaking.adviser)
  const { refusal, cooperation } = introduction
  const joined = ties.find(({ id }) => id === introduction.joinsId)
  const at = momentOf(introduction)
  return (
    <Notice kind={state === 'made' ? 'done' : 'information'}>
      <p>
        <strong>{t(`partners.introduction.state.${state}`)}</strong> <Moment at={at} />
      </p>
      <p>{stateWords(reader, introduction, speaking.interest && !speaking.adviser)}</p>
      {state === 'declined' && refusal ? (
        <>
          <p>
            {t('partners.introduction.because', {
              reason: t(`partners.introduction.refusal.${refusal.reason}`),
            })}
          </p>
          {refusal.words === '' ? null : (
            <p class="as-written" {...languageAttributes(reader, refusal.language)}>
              {refusal.words}
            </p>
          )}
        </>
      ) : null}
      {joined ? (
        <p>
          <a href={paths.cooperation(reader, network.slug, joined.slug)}>
            {tieWords(reader, network, joined)}
          </a>
        </p>
      ) : cooperation ? (
        <p>
          <a href={paths.cooperation(reader, network.slug, cooperation.slug)}>
            {t('partners.introduction.cooperation')}
          </a>
        </p>
      ) : null}
    </Notice>
  )
}

function momentOf(introduction: Introduction): Date {
  const { madeAt, withdrawnAt, declinedAt, claimedAt, acceptedAt, vouchedAt, createdAt } = introduction
  return madeAt ?? withdrawnAt ?? declinedAt ?? claimedAt ?? acceptedAt ?? vouchedAt ?? createdAt
}

/** What that means and what follows, in a sentence. */
function stateWords(reader: Reader, introduction: Introduction, isOwn: boolean): string {
  const { t } = reader
  const { owner, interested, claimedBy, cooperation } = introduction
  const name = (each: TalkingAuthority) => chooseName(shortNames(each), reader.language).text
  const names = { owner: name(owner), interested: name(interested) }
  const state = stateOf(introduction)
  if (state === 'held' || state === 'arrived')
    return t(
      isOwn ? 'partners.introduction.explained.arrivedOwn' : 'partners.introduction.explained.arrived',
      names,
    )
  if (state === 'made' && introduction.joinsId !== null)
    return t('partners.introduction.explained.added', names)
  if (state === 'made') {
    const claimant = [owner, interested].find(({ id }) => id === claimedBy)
    if (cooperation?.confirmation !== 'claimed') return t('partners.introduction.explained.confirmed', names)
    return claimant
      ? t('partners.introduction.explained.madeBy', { authority: name(claimant) })
      : t('partners.introduction.explained.made')
  }
  if (state === 'claimed')
    return t(
      introduction.joinsId === null
        ? 'partners.introduction.explained.claimed'
        : 'partners.introduction.explained.claimedAdded',
    )
  return t(`partners.introduction.explained.${state}`, names)
}
