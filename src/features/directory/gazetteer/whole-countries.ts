/** The countries of which the directory knows every authority: a name missing there is misspelt, or is not an authority. */
export const wholeCountries = ['FR', 'KR'] as const

export const isWholeCountry = (country: string | null) => wholeCountries.some((each) => each === country)
