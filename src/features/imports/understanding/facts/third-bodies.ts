import type { StatedTie } from '../ties/tie.ts'
import type { Told } from './clauses.ts'

const generic =
  /\b(?:villes?|collectivites?|communes?|regions?|departements?|provinces?|metropoles?|agglomerations?|municipalites?|maires?|parties|elles?|ils?|presidentes?|vice-president\w*|gouverneurs?|deux|partenaires|on|nous|qui|adjointe?|conseil|delegation|mayors?|cities|towns|they|both|parties|councils?)\b/
const bodies =
  /universit|ecoles?\b|instituts?\b|chambres?\b|associations?\b|ports?\b|hopita|\bchu\b|lycees?|colleges?\b|clubs?\b|agences?\b|offices?\b|entreprises?|societes?|laboratoires?|centres?\b|poles?\b|musees?|orchestres?|conservatoires?|federations?\b|syndicats?\b|\b(?:university|school|chamber|association|company|hospital|institute|museum)\b/

// « le projet de convention entre nos deux écoles de musique »
export const betweenBodies =
  /^[^.;,]{0,24}\b(?:entre|between|de|of) (?:nos|les|leurs|our|the|their) (?:deux |two )?(?:ecoles|universites|colleges|lycees|clubs|hopitaux|musees|orchestres|chambres|associations|schools|universities|hospitals|museums|clubs)\b/

/**
 * Whether other bodies hold the agreement of a sentence: « EuraTechnologies et le CCEI ont signé un MoU ». The tie's own parties,
 * and words that represent them, make it the tie's.
 */
export function isOfThirdBodies({ sentence, start, end, plain }: Told, tie: StatedTie): boolean {
  const signing =
    /\b(?:a|ont|avait|avaient|has|have)(?: \w+ment)? (?:\w+ )?sign(?:e|ed)\b|\bsignent\b|\bsign(?:e|ed)\b/u.exec(
      plain,
    )
  if (!signing) return false
  // « …, dans le cadre d’un accord signé en 2009 »: the tie’s own, within which others act.
  if (beneath.test(plain.slice(Math.max(0, signing.index - 70), signing.index))) return false
  const by = /\bsigne\w* (?:[^.;]{0,40} )?(?:entre|par|between|by) ([^.;]{3,120})/u.exec(plain)
  const subject = by
    ? (by[1] ?? '')
    : plain.slice(
        Math.max(plain.lastIndexOf(';', signing.index), plain.lastIndexOf(' : ', signing.index), 0),
        signing.index,
      )
  // « dans le cadre d'un accord signé en 2009 » does not name the signatories.
  if (!by && /^sign/.test(signing[0])) return false
  const partyNamed = tie.parties.some(({ name }) => subject.includes(plainName(name)))
  if (bodies.test(subject))
    return !generic.test(
      subject.replace(/(?:universit|ecole|institut|chambre|association|port|agence|office|club)[^,;]*/g, ''),
    )
  if (partyNamed || generic.test(subject) || subject.trim() === '') return false
  const original = sentence.unit.passage.text.slice(start, end)
  return (
    /\p{Lu}\p{Ll}+\p{Lu}|\p{Lu}{3,}/u.test(original.slice(0, signing.index)) &&
    /\bont\b|\bsignent\b/.test(signing[0])
  )
}

const beneath =
  /(?:dans le cadre|au titre|en vertu|en application|sur la base|under|as part|within the framework) (?:d'|de |du |of )?(?:une? |la |le |l'|the |an? )?[^.;,]{3,60}$/u

const plainName = (name: string) => name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether the agreement of a Korean clause is between schools, museums or similar bodies. */
export function isOfKoreanBodies(plain: string): boolean {
  const signing = /(?:협약|협정|양해각서|의향서|자매결연|결연)[^.]{0,20}(?:체결|맺|서명)/u.exec(plain)
  if (!signing) return false
  const subject = plain.slice(Math.max(plain.lastIndexOf(',', signing.index), 0), signing.index)
  return (
    /(?:대학교|대학|고등학교|중학교|초등학교|연구원|연구소|상공회의소|병원|박물관|미술관|공사|재단|협회|진흥원)(?:과|와|은|는|이|가|도|간|의)/u.test(
      subject,
    ) && !/(?:시|군|구|도)(?:는|은|와|과|가|이)[ ,]/u.test(subject)
  )
}
