/** The pages of the site itself, by what follows the language in their addresses. */
export const sitePaths = ['', '/about', '/legal', '/accessibility', '/licences'] as const
