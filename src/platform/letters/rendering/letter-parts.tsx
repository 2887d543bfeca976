import { directionOf } from '../../i18n/languages.ts'
import { textPieces } from '../../i18n/web-addresses.ts'
import { labelOf, passageOf } from '../../mail/rendering/passage.ts'
import { type Letter, type LetterPart, type Passage, plainWords } from '../letter.ts'
import type { LetterWords } from '../letter-words.ts'
import type { letterLooks } from './letter-looks.ts'

export interface Drawing {
  letter: Letter
  words: LetterWords
  looks: ReturnType<typeof letterLooks>
}

type Of<Kind extends LetterPart['kind']> = Extract<LetterPart, { kind: Kind }>

const longestOnPhones = 32

/** The group’s name joined to a line, as two parties are on every page. */
export function Head({ letter, looks }: Drawing) {
  const isLong = letter.sender.length > longestOnPhones
  return (
    <table role="presentation" cellPadding="0" cellSpacing="0" width="100%">
      <tbody>
        <tr>
          <td class="ink" style={isLong ? looks.longMark : looks.mark}>
            {letter.sender}
          </td>
          <td width={isLong ? '15%' : '100%'} valign="middle">
            <table role="presentation" cellPadding="0" cellSpacing="0" width="100%">
              <tbody>
                <tr>
                  <td class="tie" style={looks.tie} height="2">
                    &nbsp;
                  </td>
                </tr>
              </tbody>
            </table>
          </td>
        </tr>
      </tbody>
    </table>
  )
}

export function Title(drawing: Drawing) {
  const { letter, looks } = drawing
  return (
    <>
      <p class="muted" style={looks.heading}>
        {letter.heading}
      </p>
      <Lines as="h1" class="ink" style={looks.title} passage={letter.title} {...drawing} />
      {letter.introduction ? (
        <Lines as="p" class="ink" style={looks.introduction} passage={letter.introduction} {...drawing} />
      ) : null}
    </>
  )
}

export function Item({ item, ...drawing }: Drawing & { item: Of<'items'>['items'][number] }) {
  const { words, looks, letter } = drawing
  const title = <Words passage={item.title} {...drawing} />
  return (
    <>
      <h3 class="ink" style={looks.item}>
        {item.address === null ? (
          title
        ) : (
          <a class="link" href={item.address} style={looks.link}>
            {title}
          </a>
        )}
      </h3>
      {item.facts.map((fact, index) => (
        <p key={index} class="muted" style={looks.fact}>
          {passageOf(fact, letter.language).text}
        </p>
      ))}
      {item.text ? (
        <Lines as="p" class="ink" style={looks.itemText} passage={item.text} {...drawing} />
      ) : null}
      {item.credit ? (
        <p class="muted" style={looks.small}>
          {labelOf(words.credit, letter.language)} <Words passage={item.credit} {...drawing} />
        </p>
      ) : null}
    </>
  )
}

export function More({ more, letter, looks }: Drawing & { more: NonNullable<Of<'items'>['more']> }) {
  return (
    <p style={looks.more}>
      <a class="link" href={more.address} style={looks.link}>
        {passageOf(more.label, letter.language).text}
      </a>
    </p>
  )
}

/** A picture in its own width, the widest that there is room for; MJML’s own has no language for its alternative. */
export function Picture({
  picture,
  widest,
  letter,
  looks,
}: Drawing & { picture: Of<'picture'>; widest: number }) {
  const { alternative, address } = picture
  const width = Math.min(picture.width, widest)
  const words = { text: plainWords(alternative), language: alternative.language }
  const { text, language } = passageOf(words, letter.language)
  return (
    <img
      src={address}
      alt={text}
      width={width}
      height="auto"
      style={`${looks.picture}max-width:${width}px;`}
      {...spoken(language)}
    />
  )
}

/** The words on a button. */
export function Label({ passage, letter }: Drawing & { passage: Passage }) {
  const { text, language } = passageOf(passage, letter.language)
  return <span {...spoken(language)}>{text}</span>
}

export function Quote({ quote, ...drawing }: Drawing & { quote: Of<'quote'> }) {
  const { looks } = drawing
  return (
    <>
      <Lines as="blockquote" class="ink line" style={looks.quote} passage={quote.text} {...drawing} />
      {quote.author === '' ? null : (
        <p class="muted" style={looks.small}>
          {quote.author}
        </p>
      )}
    </>
  )
}

export function Foot({
  letter,
  words,
  looks,
  addresses,
}: Drawing & { addresses: { preferences: string; unsubscribe: string } }) {
  const link = (label: string, address: string) => (
    <a class="link" href={address} style={looks.link}>
      {label}
    </a>
  )
  return (
    <>
      <p class="muted line" style={looks.foot}>
        {words.reason}
      </p>
      {letter.counting ? (
        <p class="muted" style={looks.footLinks}>
          {letter.counting.notice}
        </p>
      ) : null}
      <p class="muted" style={looks.footLinks}>
        {link(words.web, letter.webAddress)}
        <br />
        {link(words.group, letter.groupAddress)}
        <br />
        {link(words.preferences, addresses.preferences)}
        <br />
        {link(words.unsubscribe, addresses.unsubscribe)}
      </p>
      {letter.counting ? (
        <img src={letter.counting.pictureAddress} alt="" width="1" height="1" style="border:0;" />
      ) : null}
    </>
  )
}

interface LinesProps extends Drawing {
  as: 'p' | 'h1' | 'h2' | 'blockquote'
  class: string
  style: string
  passage: Passage
}

/** A passage as a block of its own, in the language that it is in. */
export function Lines({ as: Tag, passage, letter, looks, class: className, style }: LinesProps) {
  const { text, language } = passageOf(passage, letter.language)
  return (
    <Tag class={className} style={style} {...spoken(language)}>
      {text.split('\n').map((line, index) => (
        <>
          {index > 0 ? <br /> : null}
          {Tag === 'h1' || Tag === 'h2' ? line : <Linked text={line} looks={looks} />}
        </>
      ))}
      <Mark mark={passage.mark} letter={letter} looks={looks} />
    </Tag>
  )
}

// Most mail programs make links of addresses by themselves, each in its own way; these look like the others of the letter.
function Linked({ text, looks }: Pick<Drawing, 'looks'> & { text: string }) {
  return (
    <>
      {textPieces(text).map((piece, index) =>
        piece.address === null ? (
          piece.text
        ) : (
          <a key={index} class="link" href={piece.address} style={looks.linkInText}>
            {piece.text}
          </a>
        ),
      )}
    </>
  )
}

function Words({ passage, letter, looks }: Drawing & { passage: Passage }) {
  const { text, language } = passageOf(passage, letter.language)
  return (
    <>
      <span {...spoken(language)}>{text}</span>
      <Mark mark={passage.mark} letter={letter} looks={looks} />
    </>
  )
}

function Mark({ mark, letter, looks }: Pick<Drawing, 'letter' | 'looks'> & { mark: string | undefined }) {
  if (mark === undefined) return null
  return (
    <span class="muted" style={looks.unreviewed} lang={letter.language}>
      {' '}
      [{mark}]
    </span>
  )
}

function spoken(language: string | null) {
  return language === null ? {} : { lang: language, dir: directionOf(language) }
}
