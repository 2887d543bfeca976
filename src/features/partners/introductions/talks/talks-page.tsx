import type { ComponentChildren } from 'preact'
import type { Actor } from '../../../../platform/context/actor.ts'
import { languageOf } from '../../../../platform/i18n/country-language.ts'
import { chooseName, chooseText, type LocalizedText } from '../../../../platform/i18n/localized-text.ts'
import type { Reader } from '../../../../platform/i18n/reader.ts'
import { ChoiceField } from '../../../../ui/form/choice-field.tsx'
import { useReader } from '../../../../ui/reader.tsx'
import { PageHeading, Section } from '../../../../ui/text/headings.tsx'
import { languageAttributes } from '../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../ui/text/language-in-words.ts'
import { Moment } from '../../../../ui/text/moment.tsx'
import { Passage } from '../../../../ui/text/passage.tsx'
import { StateTag } from '../../../../ui/text/text-tags.tsx'
import { TieLine, type TieLineProps } from '../../../../ui/tie/tie-line.tsx'
import { byOwnSide, shortNames } from '../../../directory/index.ts'
import type { Network } from '../../../networks/index.ts'
import { agreementWords, type CooperationSummary, NextSteps } from '../../../registry/index.ts'
import { paths as wishPaths } from '../../wishes/paths.ts'
import {
  availableActions,
  type Introduction,
  type IntroductionState,
  stateOf,
  tieWords,
} from '../introduction.ts'
import { paths } from '../paths.ts'
import type { TalkMessage } from '../queries.ts'
import { DecisionForms } from './decision-forms.tsx'
import { MessageForm, type MessageFormProps } from './message-form.tsx'
import { TalksState, type TalksStateProps } from './talks-state.tsx'

export interface TalksPageProps extends TalksStateProps, MessageFormProps {
  network: Network
  messages: TalkMessage[]
  /** The possible advisers; none for people who do not choose. */
  advisers: { personId: string; name: string }[]
  isByLink: boolean
  /** Left out for a person without an account. */
  actor?: Actor
  /** For a visitor without an account: their data and their link. */
  foot?: ComponentChildren
}

/** The two authorities that talk, in words for titles. */
export function talksTitle(reader: Reader, { owner, interested }: Introduction): string {
  return [owner, interested].map((each) => chooseName(shortNames(each), reader.language).text).join(' – ')
}

/** The two authorities as a line: the reader’s own side on the left, and between them the tie that they have, else that of one to come. */
export function talksLine(
  reader: Reader,
  introduction: Introduction,
  ties: readonly CooperationSummary[],
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

/** Talks between two authorities: their state, the messages in each language, and what one may do now. */
export function TalksPage(props: TalksPageProps) {
  const reader = useReader()
  const { network, introduction, speaking, isByLink } = props
  const { t } = reader
  const { wish } = introduction
  const actions = availableActions(introduction, speaking)
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
      <DecisionForms {...props} actions={actions} />
      {props.actor && begun.has(stateOf(introduction)) ? (
        <NextSteps
          network={network}
          actor={props.actor}
          agreed={{
            parties: [introduction.owner, introduction.interested],
            ties: props.ties,
            ...(wish.isPublic ? { title: chooseText(wish.title, reader.language)?.text } : {}),
            source: t('partners.next.talks'),
            isPublic: wish.isPublic,
            talk: '#messages',
          }}
        />
      ) : null}
      <Section id="messages" title={t('partners.introduction.messages')}>
        <Messages {...props} mayTranslate={speaking.adviser} />
        {actions.write ? <MessageForm {...props} /> : null}
      </Section>
      {actions.assign || introduction.adviser ? <Advising {...props} mayAssign={actions.assign} /> : null}
      {props.foot}
    </article>
  )
}

/** The ties that two authorities in talks have already, so that old partners are not taken for new ones. */
function TalkingTies({ network, introduction, ties }: TalksPageProps) {
  const reader = useReader()
  const { t } = reader
  const before = ties.filter(({ id }) => introduction.opensAs === null || id !== introduction.cooperation?.id)
  if (before.length === 0) return null
  return (
    <p class="talks-ties">
      {t('partners.introduction.tied', { count: before.length })}{' '}
      {before.map((tie, index) => (
        <>
          {index > 0 ? ', ' : ''}
          <a key={tie.id} href={paths.cooperation(reader, network.slug, tie.slug)}>
            {tieWords(reader, network, tie)}
          </a>
        </>
      ))}
    </p>
  )
}

/** Who advises both sides, and where the secretariat says who does. */
function Advising({ introduction, advisers, address, mayAssign }: TalksPageProps & { mayAssign: boolean }) {
  const { t } = useReader()
  const { adviser } = introduction
  return (
    <Section id="adviser" title={t('partners.introduction.adviser')}>
      <p>
        {adviser
          ? t('partners.introduction.advisedBy', { name: adviser.name })
          : t('partners.introduction.noAdviser')}
      </p>
      {mayAssign && advisers.length > 0 ? (
        <form method="post" action={`${address}/adviser`} class="form">
          <input type="hidden" name="seen" value={adviser?.personId ?? ''} />
          <ChoiceField
            name="person"
            label={t('partners.introduction.assignTo')}
            options={advisers.map(({ personId, name }) => ({ value: personId, label: name }))}
            chosen={[adviser?.personId ?? '']}
            isFolded
            required
          />
          <p class="form-end">
            <button type="submit" class="button">
              {t('partners.introduction.assign')}
            </button>
          </p>
        </form>
      ) : null}
    </Section>
  )
}

/** What was said, each in its own language; where there is a translation into the reader’s, that first and the original beneath it. */
function Messages(props: TalksPageProps & { mayTranslate: boolean }) {
  return (
    <ol class="entries talks-messages">
      {props.messages.map((message) => (
        <li key={message.id} class={`talks-${message.side}`} id={`message-${message.id}`}>
          <Message {...props} message={message} />
        </li>
      ))}
    </ol>
  )
}

function Message({ message, ...props }: TalksPageProps & { mayTranslate: boolean; message: TalkMessage }) {
  const reader = useReader()
  const { address, network } = props
  const { t } = reader
  const { language, text, translations } = message
  const whole: LocalizedText = { ...translations, [language]: { text, state: 'original' } }
  const shown = chooseText(whole, reader.language)
  const isTranslated = shown !== null && shown.language !== language
  const missing = network.languages.filter((each) => whole[each] === undefined)
  return (
    <>
      <p class="entry-meta">
        {speakerOf(props, message)}, <Moment at={message.writtenAt} />
      </p>
      {isTranslated ? (
        <>
          <p class="as-written" {...languageAttributes(reader, shown.language)}>
            {shown.text}
          </p>
          <p class="quiet">
            {t('partners.introduction.translatedFrom', { language: languageInWords(reader, language) })}
            <StateTag state={shown.state} />
          </p>
          <details>
            <summary>{t('partners.introduction.original')}</summary>
            <p class="as-written" {...languageAttributes(reader, language)}>
              {text}
            </p>
          </details>
        </>
      ) : (
        <>
          <p class="as-written" {...languageAttributes(reader, language)}>
            {text}
          </p>
          {language === reader.language ? null : (
            <p class="quiet">
              {t('partners.introduction.writtenIn', { language: languageInWords(reader, language) })}
            </p>
          )}
        </>
      )}
      {props.mayTranslate ? (
        <p>
          <a href={`${address}/messages/${message.id}/translation`}>
            {t(missing.length > 0 ? 'partners.introduction.translate' : 'partners.introduction.retranslate')}
          </a>
        </p>
      ) : null}
    </>
  )
}

/** The authority or the secretariat, and the person where the reader knows them. */
function speakerOf({ introduction }: TalksPageProps, { side, author }: TalkMessage): string {
  const reader = useReader()
  const { owner, interested, senderName, personId } = introduction
  if (side === 'adviser')
    return [author, reader.t('partners.introduction.secretariat')].filter(Boolean).join(', ')
  const authority = side === 'wish' ? owner : interested
  const person = author ?? (side === 'interest' && personId === null ? senderName : null)
  return [person, chooseName(shortNames(authority), reader.language).text].filter(Boolean).join(', ')
}
