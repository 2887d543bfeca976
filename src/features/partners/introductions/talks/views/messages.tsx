import { chooseName, chooseText, type LocalizedText } from '../../../../../platform/i18n/localized-text.ts'
import { useReader } from '../../../../../ui/reader.tsx'
import { languageAttributes } from '../../../../../ui/text/language-attributes.ts'
import { languageInWords } from '../../../../../ui/text/language-in-words.ts'
import { Moment } from '../../../../../ui/text/moment.tsx'
import { StateTag } from '../../../../../ui/text/text-tags.tsx'
import { shortNames } from '../../../../directory/index.ts'
import type { TalkMessage } from '../../queries.ts'
import type { TalksPageProps } from './talks-page.tsx'

/** What was said, each in its own language; where there is a translation into the reader’s, that first and the original beneath it. */
export function Messages(props: TalksPageProps & { mayTranslate: boolean }) {
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
