-- What the text search configuration $1 makes of each of the pieces of text $2: how many positions
-- it takes up, how many bytes follow, and its vector; all of them in one value. Stop words take up
-- positions and leave nothing, so that how many there are shows only in a word that follows. The
-- value is null if the configuration drops the words that it does not know.
with
    asked as (
        select $1::text::pg_catalog.regconfig as config
    ),
    mark as (
        select
            asked.config,
            (
                select max(position)
                from
                    pg_catalog.unnest(pg_catalog.to_tsvector(asked.config, 'pgassay')) as word,
                    pg_catalog.unnest(word.positions) as position
            ) as position
        from asked
    ),
    known as (
        select
            piece.number,
            pg_catalog.tsvectorsend(pg_catalog.to_tsvector(mark.config, piece.text)) as vector,
            (
                select max(position)
                from
                    pg_catalog.unnest(
                        pg_catalog.to_tsvector(
                            mark.config,
                            pg_catalog.concat(piece.text, ' pgassay')
                        )
                    ) as word,
                    pg_catalog.unnest(word.positions) as position
            )
            - mark.position as positions
        from
            mark,
            pg_catalog.unnest($2::text[]) with ordinality as piece (text, number)
        where mark.position is not null
    )
select
    pg_catalog.string_agg(
        -- The word that follows may disappear in a tag; then nothing else follows.
        pg_catalog.int4send(greatest(positions, 0))
        || pg_catalog.int4send(pg_catalog.length(vector))
        || vector,
        ''
        order by number
    ) as lexemes
from known
