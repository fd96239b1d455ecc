/** Words that made-up texts are put together from; the first of each list are the most frequent. */

export const givenNames = [
    ..."Anna Ben Carla David Elena Felix Grace Hugo Ines Jonas Kira Leo Maya Noah Olga Paul Rosa Samir Tara Viktor".split(
        " ",
    ),
    ..."Aisha Bruno Chloe Dario Emma Farid Greta Hana Ivan Julia Kenji Lucia Milan Nora Oscar Priya Rafael Sofia".split(
        " ",
    ),
];

export const familyNames = [
    ..."Novak Silva Meyer Rossi Tanaka Kowalski Dubois Garcia Larsen Okafor Petrov Singh Walker Young Zhang Berg".split(
        " ",
    ),
    ..."Costa Diaz Ferrari Haddad Ito Jansen Klein Lopez Moreau Nagy Olsen Papadakis Reyes Santos Toth Weber".split(
        " ",
    ),
];

export const adjectives =
    "new small open green quiet early second common bright central simple northern modern steady light golden".split(
        " ",
    );

export const nouns = [
    ..."river house order garden report market letter engine window station paper bridge winter harbour signal".split(
        " ",
    ),
    ..."journey pocket island lantern meadow orchard valley canvas anchor compass kettle ribbon saddle thimble".split(
        " ",
    ),
];

export const verbs = "check move send open review close find update keep share start plan build measure count".split(
    " ",
);

export const connectives = "and with for from near after before without under over".split(" ");

export const cities =
    "Lisbon Vienna Oslo Prague Turin Porto Ghent Krakow Leeds Lyon Malmo Bergen Graz Cork Basel Nantes".split(" ");

export const countries =
    "Portugal Austria Norway Czechia Italy Belgium Poland France Sweden Ireland Spain Japan Brazil Kenya".split(" ");

/** Codes of ISO 3166, of countries by the number of their people and then some. */
export const countryCodes =
    "US IN CN BR ID NG JP MX DE TR FR GB IT ZA KR ES PL CA AU NL BE SE PT AT CH NO DK FI IE CZ".split(" ");

/** Codes of ISO 4217. */
export const currencyCodes = "EUR USD GBP JPY CHF SEK NOK DKK PLN CZK BRL INR AUD CAD".split(" ");

/** Codes of ISO 639-1. */
export const languageCodes = "en de fr es pt it nl pl sv no da fi cs ja zh".split(" ");

export const timeZones = "UTC Europe/Lisbon Europe/Vienna Europe/Oslo America/New_York Asia/Tokyo Africa/Lagos".split(
    " ",
);

export const companies = "Works Supply Trading Systems Partners Labs Foods Textiles Logistics Studio".split(" ");

export const mimeTypes =
    "image/png image/jpeg application/pdf text/plain text/csv application/json video/mp4 audio/mpeg".split(" ");

export const colours = "red blue green black white grey yellow orange purple brown".split(" ");
