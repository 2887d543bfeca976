import type { MailLine } from './mail-line.ts'
import { isRule } from './quote-beginnings.ts'
import {
  hasTelephone,
  isAdded,
  isClosing,
  isContact,
  isKoreanSigner,
  isMotto,
  isOffice,
  isPicture,
  isPostscript,
  isSentence,
  isSignatureLine,
  isSmallPrint,
} from './signature-lines.ts'

/** `whole`: what stands above all quotes; `below`: below them; `answer`: between two, where nobody signs. */
export type RunPlace = 'whole' | 'below' | 'answer'

const mostBelowClosing = 40
const mostInBlock = 12

/** Which lines of a run of somebody's own words are words, and not a signature or what programs and offices add. */
export function ownLength(
  lines: readonly MailLine[],
  sender: string,
  place: RunPlace,
): { kept: number[]; isSure: boolean } {
  // Who writes inside of the box of their signature is read all the same.
  const isBox = isSignature(lines.filter(({ mark }) => mark === 'signature'))
  const texts = lines.map(({ text, mark }) => (mark === 'signature' && isBox ? '' : text.trimEnd()))
  const delimiter = lines.findIndex(
    ({ text }, at) => /^--\s?$/.test(text) && isSignature(lines.slice(at + 1)),
  )
  const saved: number[] = []
  if (delimiter >= 0)
    for (let at = delimiter; at < texts.length; at += 1)
      texts[at] = isPostscript(texts[at] ?? '') ? (texts[at] ?? '') : ''
  let end = withoutAdditions(texts, texts.length)
  let isSure = true
  if (place !== 'answer') {
    const signed = signatureStart(texts, end, sender)
    saved.push(...signed.saved)
    isSure = signed.isSure
    end = withoutAdditions(texts, signed.end)
  }
  const kept: number[] = []
  for (let at = 0; at < end; at += 1) kept.push(at)
  for (const at of saved.filter((each) => each >= end)) {
    if (texts[at - 1] === '' && lines[at - 1]?.text === '') kept.push(at - 1)
    kept.push(at)
  }
  while (kept.length > 0 && texts[kept.at(-1) ?? 0] === '' && !saved.includes(kept.at(-1) ?? -1)) kept.pop()
  const words = kept.filter((at) => (texts[at] ?? '') !== '' && !isPicture(texts[at] ?? ''))
  const isFormulaAlone =
    words.length < lines.filter(({ text }) => text !== '').length &&
    words.every(
      (at) =>
        isClosing(texts[at] ?? '') && (place === 'below' || !/merci|thank|감사|고맙/i.test(texts[at] ?? '')),
    )
  if (words.length === 0 || isFormulaAlone) return { kept: [], isSure: true }
  const first = words[0] ?? 0
  return {
    kept: kept.filter(
      (at) => at >= first && !isPicture(texts[at] ?? '') && !(texts[at] === '' && lines[at]?.text !== ''),
    ),
    isSure: isSure && !leavesTelephone(texts, words),
  }
}

// `-- ` parts the signature (RFC 3676); somebody who draws a line of two strokes goes on in sentences.
function isSignature(below: readonly MailLine[]): boolean {
  const written = below.map(({ text }) => text.trim()).filter((text) => text !== '')
  return (
    written.length <= mostBelowClosing &&
    (written.filter(isSentence).length <= written.length / 2 || isSmallPrint(written.join(' ')))
  )
}

/** The end of the words without what programs and offices put below them. */
function withoutAdditions(texts: readonly string[], from: number): number {
  let end = from
  for (;;) {
    const last = (texts[end - 1] ?? '').trim()
    if (end === 0) return 0
    if (last === '' || isRule(last) || isAdded(last) || isPicture(last)) {
      end -= 1
      continue
    }
    const start = blockStart(texts, end)
    if (!isSmallPrint(texts.slice(start, end).join(' '))) return end
    end = start
  }
}

function blockStart(texts: readonly string[], end: number): number {
  let start = end - 1
  while (start > 0 && (texts[start - 1] ?? '').trim() !== '' && end - start < mostBelowClosing) start -= 1
  return start
}

interface Signed {
  end: number
  /** Lines below it that are words again: a postscript. */
  saved: number[]
  isSure: boolean
}

function signatureStart(texts: readonly string[], end: number, sender: string): Signed {
  const lowest = Math.max(0, end - mostBelowClosing)
  for (let at = end - 1; at >= lowest; at -= 1) {
    const text = texts[at] ?? ''
    if (!isClosing(text) && !isKoreanSigner(text)) continue
    const below = texts.slice(at + 1, end)
    // Who begins with thanks has not ended.
    if (
      below.length > 0 &&
      texts.slice(0, at).every((each) => each.trim() === '' || isGreeting(each)) &&
      !below.some((each) => isContact(each) || isNameOf(each.trim(), sender))
    )
      break
    const signed = belowClosing(texts, at, end)
    if (signed)
      return {
        ...signed,
        end:
          isKoreanSigner(text) && !isClosing(text.replace(/\S+\s?(?:드림|올림|배상).*$/, '')) ? at : at + 1,
      }
  }
  return belowName(texts, end, sender) ?? withoutClosing(texts, end, sender)
}

/** What stands below the sender's own name, which begins a paragraph below some words, when it is a signature. */
function belowName(texts: readonly string[], end: number, sender: string): Signed | null {
  for (let at = end - 1; at > Math.max(0, end - mostBelowClosing); at -= 1) {
    const text = (texts[at] ?? '').trim()
    if ((texts[at - 1] ?? '').trim() !== '' || !isNameOf(text, sender)) continue
    const above = previousText(texts, at)
    const signed = above === '' || /[:：,]$/.test(above) ? null : belowClosing(texts, at, end)
    return signed && { ...signed, end: at }
  }
  return null
}

/** What stands below a closing formula, when it is a signature; null when it goes on in sentences. */
function belowClosing(texts: readonly string[], closing: number, end: number): Signed | null {
  const saved: number[] = []
  let isSaving = false
  let hasContact = false
  let isSure = true
  for (let at = closing + 1; at < end; at += 1) {
    const text = (texts[at] ?? '').trim()
    if (text === '') {
      isSaving = false
      continue
    }
    if (isPostscript(text)) isSaving = true
    if (isSaving) {
      saved.push(at)
      continue
    }
    hasContact ||= isContact(text)
    if (isSignatureLine(text) || isClosing(text)) continue
    const start = blockStart(texts, Math.min(end, at + 1))
    let last = at
    while (last + 1 < end && (texts[last + 1] ?? '').trim() !== '') last += 1
    if (isSmallPrint(texts.slice(start, last + 1).join(' '))) {
      at = last
      continue
    }
    // A motto among the lines of an office; anything else may be the person's.
    if (!hasContact) return null
    if (!isMotto(text)) isSure = false
  }
  return { end, saved, isSure }
}

/** A signature without a formula above it: a last block with a way to reach somebody, or the name of the sender alone. */
function withoutClosing(texts: readonly string[], from: number, sender: string): Signed {
  let end = from
  // A signature begins with the name: what stands above it are words.
  let isBegun = false
  for (;;) {
    if (end === 0) break
    const start = blockStart(texts, end)
    const block = texts.slice(start, end).map((text) => text.trim())
    const name = block.findIndex(
      (text, at) => isNameOf(text, sender) && block.slice(at).every(isSignatureLine),
    )
    const isNamed = name >= 0
    const isOffices = name > 0 && block.slice(0, name).every(isOffice) && block.some(isContact)
    if (name > 0) end = isOffices && !/^$|[:：]$/.test(previousText(texts, start)) ? start : start + name
    if (name > 0 || block.length > mostInBlock || !block.every(isSignatureLine)) break
    const above = previousText(texts, start)
    if (/[:：]$/.test(above)) break
    const isReachable = block.length > 1 && block.some((text) => isContact(text))
    if (!isNamed && !isReachable && !(end < from && start > 0 && !isBegun && block.every(isReach))) break
    if (above === '' && !isNamed) break
    isBegun ||= isNamed
    end = start
    while (end > 0 && (texts[end - 1] ?? '').trim() === '') end -= 1
  }
  return { end, saved: [], isSure: true }
}

const isReach = (text: string) => text.length <= 60 && isContact(text) && !/^https?:/i.test(text)

const isGreeting = (text: string) =>
  text.length <= 40 &&
  /^(?:bonjour|bonsoir|madame|monsieur|cher|chère|dear|hello|hi\b|안녕)/i.test(text.trim())

function previousText(texts: readonly string[], from: number): string {
  for (let at = from - 1; at >= 0; at -= 1)
    if ((texts[at] ?? '').trim() !== '') return (texts[at] ?? '').trim()
  return ''
}

const lettersOf = (text: string) =>
  text
    .normalize('NFD')
    .toLowerCase()
    .match(/[\p{L}]+/gu) ?? []

/** Whether a line is a name of the sender, with a title or a post beside it. */
function isNameOf(given: string, sender: string): boolean {
  const text = given.replace(/\s\(?(?:il|elle|iel|he|she|they)(?:\/[a-z]{2,5})*\)?$/i, '')
  if (text === '' || text.length > 60 || isSentence(text)) return false
  const name = new Set(lettersOf(sender).filter((each) => each.length > 1))
  const words = lettersOf(text)
  if (name.size === 0 || words.length > 8) return false
  if (words.join('') === [...name].join('')) return true
  const known = words.filter((word) => name.has(word)).length
  return known >= Math.min(2, name.size) || (words.length === 1 && known === 1)
}

/** Whether a last line is a number that nobody wrote a sentence around: it may be an answer, or what is left of a signature. */
function leavesTelephone(texts: readonly string[], words: readonly number[]): boolean {
  const last = (texts[words.at(-1) ?? 0] ?? '').trim()
  return words.length > 1 && last.length <= 60 && hasTelephone(last) && !isSentence(last)
}
