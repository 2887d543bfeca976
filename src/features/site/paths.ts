/** The pages of the site itself, by the part of their addresses after the language. */
export const sitePaths = ['', '/about', '/legal', '/accessibility', '/licences'] as const
