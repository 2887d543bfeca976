import { expect, test } from 'vitest'
import { readSettings } from './settings.ts'

// test/operations/refusals.test.ts shows that a process ends with this line.
test.each([
  ['PORT', '70000', /^PORT is "70000" but takes a whole number from 0 to 65535$/],
  ['PORT', '3e3', /^PORT is "3e3" but takes a whole number/],
  ['HOST', 'bad host', /^HOST is "bad host" but takes a host name or an IP address$/],
  [
    'BASE_URL',
    'entente.example',
    /^BASE_URL is "entente\.example" but takes an address that begins with http:\/\/ or https:\/\/$/,
  ],
  [
    'DATABASE_URL',
    'mysql://me:secret@db/entente',
    /^DATABASE_URL is "mysql:\/\/…@db\/entente" but takes an address/,
  ],
  [
    'SMTP_URL',
    'mail.example',
    /^SMTP_URL is "mail\.example" but takes an address that begins with smtp:\/\//,
  ],
  ['MAIL_FROM', 'nobody', /^MAIL_FROM is "nobody" but takes an e-mail address$/],
  ['SECRET', 'too short', /^SECRET is "…" but takes at least 32 characters$/],
  ['STORAGE_URL', 'ftp://files', /^STORAGE_URL is "ftp:\/\/files" but takes an address/],
  ['DEMO', 'france-chine', /^DEMO is "france-chine" but takes one of france-coree, none$/],
  ['NOW', '2017-02-30', /^NOW is "2017-02-30" but takes a day such as 2017-07-08$/],
  ['LOG_LEVEL', 'loud', /^LOG_LEVEL is "loud" but takes one of fatal, error/],
  ['ROLE', 'master', /^ROLE is "master" but takes one of all, web, worker$/],
  [
    'TRUST_PROXY',
    'nginx',
    /^TRUST_PROXY is "nginx" but takes true, false, or addresses separated by commas$/,
  ],
  ['RATE_LIMIT', '-1', /^RATE_LIMIT is "-1" but takes a whole number/],
] as const)(
  '%s=%s is refused in one line that names it, what it got and what it takes',
  (name, value, message) => {
    expect(() => readSettings({ [name]: value })).toThrow(message)
  },
)
