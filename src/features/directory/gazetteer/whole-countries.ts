/** The countries of which the directory knows every authority: a name that it does not know there is misspelt, or is none. */
export const wholeCountries = ['FR', 'KR'] as const

export const isWholeCountry = (country: string | null) => wholeCountries.some((each) => each === country)
