import { createPrivateKey, createPublicKey, type KeyObject } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { type Settings, WrongSetting } from '../settings/settings.ts'

export interface DkimKey {
  domain: string
  selector: string
  key: KeyObject
}

// Receivers take shorter ones for none (RFC 8301).
const leastBits = 2048

/** The key that the settings name; null when nothing is signed here. Throws one line when it cannot be used. */
export function loadDkimKey({ dkim, mailFrom }: Pick<Settings, 'dkim' | 'mailFrom'>): DkimKey | null {
  if (dkim.key === null) return null
  const key = readKey(dkim.key)
  if (key.asymmetricKeyType !== 'rsa' || (key.asymmetricKeyDetails?.modulusLength ?? 0) < leastBits)
    throw new WrongSetting(`DKIM_KEY takes an RSA key of ${leastBits} bits or more`)
  return { domain: dkim.domain ?? domainOf(mailFrom.address), selector: dkim.selector, key }
}

/** What the DNS must hold for a key: the name of the record and its text. */
export function dnsRecordOf({ domain, selector, key }: DkimKey): { name: string; text: string } {
  const half = createPublicKey(key).export({ type: 'spki', format: 'der' }).toString('base64')
  return { name: `${selector}._domainkey.${domain}`, text: `v=DKIM1; k=rsa; p=${half}` }
}

/** The part of an address that says whose it is. */
export function domainOf(address: string): string {
  return address.slice(address.lastIndexOf('@') + 1).toLowerCase()
}

function readKey(given: string): KeyObject {
  try {
    // In a file of settings a line has no ends: they are written as signs.
    const pem = given.startsWith('-----BEGIN') ? given.replaceAll('\\n', '\n') : readFileSync(given, 'utf8')
    return createPrivateKey(pem)
  } catch {
    throw new WrongSetting('DKIM_KEY is no private key in PEM, and no file that holds one and may be read')
  }
}
