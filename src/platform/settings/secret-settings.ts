const secrets =
  /^(SECRET|RETURNS_KEY|DKIM_KEY|TRANSLATION_KEY|ASSISTANT_KEY|OIDC_PROVIDERS|AWS_(?!REGION)\w+)$/

/** What was set, fit to be shown: nothing of a secret, and no password of an address. */
export function withoutSecrets(name: string, value: string): string {
  if (secrets.test(name)) return '…'
  // A password may hold any sign: everything before the last @ goes.
  return name.endsWith('_URL') ? value.replace(/:\/\/.*@/, '://…@') : value
}
