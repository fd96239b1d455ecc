SET statement_timeout = 0;
SET lock_timeout = 0;
SET idle_in_transaction_session_timeout = 0;
SET transaction_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);
SET check_function_bodies = false;
SET xmloption = content;
SET client_min_messages = warning;
SET row_security = off;

--
-- Name: library; Type: SCHEMA; Schema: -; Owner: -
--

CREATE SCHEMA library;


--
-- Name: SCHEMA library; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON SCHEMA library IS 'A lending library: its catalogue, its members and who has what.';


--
-- Name: btree_gist; Type: EXTENSION; Schema: -; Owner: -
--

CREATE EXTENSION IF NOT EXISTS btree_gist WITH SCHEMA public;


--
-- Name: EXTENSION btree_gist; Type: COMMENT; Schema: -; Owner: -
--

COMMENT ON EXTENSION btree_gist IS 'support for indexing common datatypes in GiST';


--
-- Name: copy_condition; Type: TYPE; Schema: library; Owner: -
--

CREATE TYPE library.copy_condition AS ENUM (
    'new',
    'good',
    'worn',
    'lost'
);


--
-- Name: TYPE copy_condition; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TYPE library.copy_condition IS 'State of a copy, from best to worst; what is lost is not lent.';


--
-- Name: fine_reason; Type: TYPE; Schema: library; Owner: -
--

CREATE TYPE library.fine_reason AS ENUM (
    'late',
    'damaged',
    'lost'
);


--
-- Name: TYPE fine_reason; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TYPE library.fine_reason IS 'Why a fine was raised; late ones are raised by a trigger.';


--
-- Name: isbn; Type: DOMAIN; Schema: library; Owner: -
--

CREATE DOMAIN library.isbn AS text
	CONSTRAINT isbn_format_check CHECK ((VALUE ~ '^97[89][0-9]{10}$'::text));


--
-- Name: DOMAIN isbn; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON DOMAIN library.isbn IS 'ISBN-13 in digits alone, as the bar code holds it.';


--
-- Name: member_kind; Type: TYPE; Schema: library; Owner: -
--

CREATE TYPE library.member_kind AS ENUM (
    'adult',
    'junior',
    'staff'
);


--
-- Name: TYPE member_kind; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TYPE library.member_kind IS 'Decides what a member needs and may: see members.';


--
-- Name: current_member_id(); Type: FUNCTION; Schema: library; Owner: -
--

CREATE FUNCTION library.current_member_id() RETURNS integer
    LANGUAGE sql STABLE
    SET search_path TO ''
    AS $$
    select nullif(pg_catalog.current_setting('library.member_id', true), '')::integer;
$$;


--
-- Name: FUNCTION current_member_id(); Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON FUNCTION library.current_member_id() IS 'Whose card is in the terminal: the setting library.member_id. Null if there is none.';


--
-- Name: raise_late_fine(); Type: FUNCTION; Schema: library; Owner: -
--

CREATE FUNCTION library.raise_late_fine() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
    insert into library.fines (loan_id, reason, amount, raised_on)
    values (
        new.id,
        'late',
        least(0.20 * (new.returned_on - new.due_on), 20),
        new.returned_on
    )
    on conflict on constraint fines_loan_id_reason_key do nothing;

    return null;
end;
$$;


--
-- Name: FUNCTION raise_late_fine(); Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON FUNCTION library.raise_late_fine() IS 'Raises 20 cents for each day that a book came back late, 20 at most.';


--
-- Name: refuse_blocked_member(); Type: FUNCTION; Schema: library; Owner: -
--

CREATE FUNCTION library.refuse_blocked_member() RETURNS trigger
    LANGUAGE plpgsql
    SET search_path TO ''
    AS $$
begin
    if exists (
        select from library.members where id = new.member_id and is_blocked
    ) then
        raise check_violation
        using
            message = pg_catalog.format('member %s is blocked', new.member_id),
            schema = tg_table_schema,
            table = tg_table_name,
            constraint = 'loans_member_not_blocked';
    end if;

    return new;
end;
$$;


--
-- Name: FUNCTION refuse_blocked_member(); Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON FUNCTION library.refuse_blocked_member() IS 'Refuses a loan to a blocked member.';


SET default_tablespace = '';

SET default_table_access_method = heap;

--
-- Name: books; Type: TABLE; Schema: library; Owner: -
--

CREATE TABLE library.books (
    id integer NOT NULL,
    isbn library.isbn NOT NULL,
    title text NOT NULL,
    author text NOT NULL,
    published_year smallint,
    subject_code text,
    search_vector tsvector GENERATED ALWAYS AS ((setweight(to_tsvector('simple'::regconfig, title), 'A'::"char") || setweight(to_tsvector('simple'::regconfig, author), 'B'::"char"))) STORED NOT NULL,
    CONSTRAINT books_published_year_in_print_check CHECK (((published_year >= 1450) AND (published_year <= 2100))),
    CONSTRAINT books_title_not_blank_check CHECK ((btrim(title) <> ''::text))
);


--
-- Name: TABLE books; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TABLE library.books IS 'A title in one edition; what can be lent are its copies.';


--
-- Name: COLUMN books.published_year; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.books.published_year IS 'Null where the imprint does not say.';


--
-- Name: COLUMN books.subject_code; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.books.subject_code IS 'Null until somebody has classified the book.';


--
-- Name: COLUMN books.search_vector; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.books.search_vector IS 'Title before author, words as they are written.';


--
-- Name: books_id_seq; Type: SEQUENCE; Schema: library; Owner: -
--

ALTER TABLE library.books ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME library.books_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: branches; Type: TABLE; Schema: library; Owner: -
--

CREATE TABLE library.branches (
    id integer NOT NULL,
    name text NOT NULL,
    opens_at time without time zone DEFAULT '09:00:00'::time without time zone NOT NULL,
    closes_at time without time zone DEFAULT '18:00:00'::time without time zone NOT NULL,
    CONSTRAINT branches_name_not_blank_check CHECK ((btrim(name) <> ''::text)),
    CONSTRAINT branches_opens_before_it_closes_check CHECK ((opens_at < closes_at))
);


--
-- Name: TABLE branches; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TABLE library.branches IS 'A house with shelves and a desk.';


--
-- Name: COLUMN branches.name; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.branches.name IS 'What people call it.';


--
-- Name: COLUMN branches.opens_at; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.branches.opens_at IS 'Local time, every day of the week.';


--
-- Name: COLUMN branches.closes_at; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.branches.closes_at IS 'Local time, every day of the week.';


--
-- Name: branches_id_seq; Type: SEQUENCE; Schema: library; Owner: -
--

ALTER TABLE library.branches ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME library.branches_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: copies; Type: TABLE; Schema: library; Owner: -
--

CREATE TABLE library.copies (
    book_id integer NOT NULL,
    copy_number smallint NOT NULL,
    branch_id integer NOT NULL,
    condition library.copy_condition DEFAULT 'new'::library.copy_condition NOT NULL,
    acquired_on date DEFAULT CURRENT_DATE NOT NULL,
    spine_label text GENERATED ALWAYS AS ((((book_id)::text || '-'::text) || (copy_number)::text)),
    CONSTRAINT copies_copy_number_positive_check CHECK ((copy_number > 0))
);


--
-- Name: TABLE copies; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TABLE library.copies IS 'One physical copy of a book, known by book and number.';


--
-- Name: COLUMN copies.copy_number; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.copies.copy_number IS 'Counts from 1 for each book; never used again.';


--
-- Name: COLUMN copies.spine_label; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.copies.spine_label IS 'What is printed on its back.';


--
-- Name: fines; Type: TABLE; Schema: library; Owner: -
--

CREATE TABLE library.fines (
    id bigint NOT NULL,
    loan_id bigint NOT NULL,
    reason library.fine_reason NOT NULL,
    amount numeric(6,2) NOT NULL,
    raised_on date DEFAULT CURRENT_DATE NOT NULL,
    paid_on date,
    CONSTRAINT fines_amount_positive_check CHECK ((amount > (0)::numeric)),
    CONSTRAINT fines_paid_after_raised_check CHECK ((paid_on >= raised_on))
);


--
-- Name: TABLE fines; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TABLE library.fines IS 'Money owed for a loan, once for each reason.';


--
-- Name: COLUMN fines.paid_on; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.fines.paid_on IS 'Null while it is owed.';


--
-- Name: fines_id_seq; Type: SEQUENCE; Schema: library; Owner: -
--

ALTER TABLE library.fines ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME library.fines_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: loans; Type: TABLE; Schema: library; Owner: -
--

CREATE TABLE library.loans (
    id bigint NOT NULL,
    book_id integer NOT NULL,
    copy_number smallint NOT NULL,
    member_id integer NOT NULL,
    lent_on date DEFAULT CURRENT_DATE NOT NULL,
    due_on date DEFAULT (CURRENT_DATE + 21) NOT NULL,
    returned_on date,
    renewals smallint DEFAULT 0 NOT NULL,
    CONSTRAINT loans_due_after_lent_check CHECK ((due_on > lent_on)),
    CONSTRAINT loans_renewals_at_most_three_check CHECK (((renewals >= 0) AND (renewals <= 3))),
    CONSTRAINT loans_returned_after_lent_check CHECK ((returned_on >= lent_on))
);


--
-- Name: TABLE loans; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TABLE library.loans IS 'A copy in the hands of a member, from one day to another.';


--
-- Name: COLUMN loans.due_on; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.loans.due_on IS 'The last day on which it is not late.';


--
-- Name: COLUMN loans.returned_on; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.loans.returned_on IS 'Null as long as the member has it; the copy may be lent again on that very day.';


--
-- Name: COLUMN loans.renewals; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.loans.renewals IS 'How often due_on was moved.';


--
-- Name: loans_id_seq; Type: SEQUENCE; Schema: library; Owner: -
--

ALTER TABLE library.loans ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (
    SEQUENCE NAME library.loans_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: members; Type: TABLE; Schema: library; Owner: -
--

CREATE TABLE library.members (
    id integer NOT NULL,
    card_number text NOT NULL,
    name text NOT NULL,
    email text,
    kind library.member_kind DEFAULT 'adult'::library.member_kind NOT NULL,
    guarantor_id integer,
    is_blocked boolean DEFAULT false NOT NULL,
    joined_on date DEFAULT CURRENT_DATE NOT NULL,
    CONSTRAINT members_card_number_format_check CHECK ((card_number ~ '^M[0-9]{6}$'::text)),
    CONSTRAINT members_junior_has_guarantor_check CHECK (((kind <> 'junior'::library.member_kind) OR (guarantor_id IS NOT NULL))),
    CONSTRAINT members_not_own_guarantor_check CHECK ((guarantor_id <> id))
);


--
-- Name: TABLE members; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TABLE library.members IS 'Somebody with a card.';


--
-- Name: COLUMN members.card_number; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.members.card_number IS 'As printed on the card: M and six digits.';


--
-- Name: COLUMN members.guarantor_id; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.members.guarantor_id IS 'Who answers for a junior. Checked at commit, so that a family is registered in any order.';


--
-- Name: COLUMN members.is_blocked; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.members.is_blocked IS 'A blocked member returns books but borrows none.';


--
-- Name: members_id_seq; Type: SEQUENCE; Schema: library; Owner: -
--

ALTER TABLE library.members ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (
    SEQUENCE NAME library.members_id_seq
    START WITH 1
    INCREMENT BY 1
    NO MINVALUE
    NO MAXVALUE
    CACHE 1
);


--
-- Name: overdue_loans; Type: VIEW; Schema: library; Owner: -
--

CREATE VIEW library.overdue_loans WITH (security_invoker='true') AS
 SELECT loans.id,
    loans.member_id,
    books.title,
    loans.due_on,
    (CURRENT_DATE - loans.due_on) AS days_late
   FROM (library.loans
     JOIN library.books ON ((books.id = loans.book_id)))
  WHERE ((loans.returned_on IS NULL) AND (loans.due_on < CURRENT_DATE));


--
-- Name: VIEW overdue_loans; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON VIEW library.overdue_loans IS 'What should have come back by yesterday; each reader sees what the policies of loans let him.';


--
-- Name: reservations; Type: TABLE; Schema: library; Owner: -
--

CREATE TABLE library.reservations (
    book_id integer NOT NULL,
    member_id integer NOT NULL,
    branch_id integer NOT NULL,
    queue_position smallint NOT NULL,
    requested_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT reservations_queue_position_positive_check CHECK ((queue_position > 0))
);


--
-- Name: TABLE reservations; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TABLE library.reservations IS 'A member waits for a book, whichever copy comes back.';


--
-- Name: COLUMN reservations.branch_id; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.reservations.branch_id IS 'Where the member will fetch it.';


--
-- Name: COLUMN reservations.queue_position; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.reservations.queue_position IS 'From 1. Unique at commit, so that one statement moves a whole queue up.';


--
-- Name: subjects; Type: TABLE; Schema: library; Owner: -
--

CREATE TABLE library.subjects (
    code text NOT NULL,
    name text NOT NULL,
    parent_code text,
    CONSTRAINT subjects_code_format_check CHECK ((code ~ '^[0-9]{3}$'::text)),
    CONSTRAINT subjects_not_own_parent_check CHECK ((parent_code <> code))
);


--
-- Name: TABLE subjects; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TABLE library.subjects IS 'A class of the decimal classification.';


--
-- Name: COLUMN subjects.code; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.subjects.code IS 'Three digits; a correction reaches whatever cites it.';


--
-- Name: COLUMN subjects.parent_code; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON COLUMN library.subjects.parent_code IS 'The wider class; null for the ten main ones.';


--
-- Name: schema_migrations; Type: TABLE; Schema: public; Owner: -
--

CREATE TABLE public.schema_migrations (
    version character varying NOT NULL
);


--
-- Name: books books_isbn_key; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.books
    ADD CONSTRAINT books_isbn_key UNIQUE (isbn);


--
-- Name: books books_pkey; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.books
    ADD CONSTRAINT books_pkey PRIMARY KEY (id);


--
-- Name: branches branches_name_key; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.branches
    ADD CONSTRAINT branches_name_key UNIQUE (name);


--
-- Name: branches branches_pkey; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.branches
    ADD CONSTRAINT branches_pkey PRIMARY KEY (id);


--
-- Name: copies copies_pkey; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.copies
    ADD CONSTRAINT copies_pkey PRIMARY KEY (book_id, copy_number);


--
-- Name: fines fines_loan_id_reason_key; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.fines
    ADD CONSTRAINT fines_loan_id_reason_key UNIQUE (loan_id, reason);


--
-- Name: fines fines_pkey; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.fines
    ADD CONSTRAINT fines_pkey PRIMARY KEY (id);


--
-- Name: loans loans_one_member_at_a_time_excl; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.loans
    ADD CONSTRAINT loans_one_member_at_a_time_excl EXCLUDE USING gist (book_id WITH =, copy_number WITH =, daterange(lent_on, returned_on) WITH &&);


--
-- Name: CONSTRAINT loans_one_member_at_a_time_excl ON loans; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON CONSTRAINT loans_one_member_at_a_time_excl ON library.loans IS 'No two loans of one copy share a day; an open loan takes all days to come.';


--
-- Name: loans loans_pkey; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.loans
    ADD CONSTRAINT loans_pkey PRIMARY KEY (id);


--
-- Name: members members_card_number_key; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.members
    ADD CONSTRAINT members_card_number_key UNIQUE (card_number);


--
-- Name: members members_pkey; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.members
    ADD CONSTRAINT members_pkey PRIMARY KEY (id);


--
-- Name: reservations reservations_book_id_queue_position_key; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.reservations
    ADD CONSTRAINT reservations_book_id_queue_position_key UNIQUE (book_id, queue_position) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reservations reservations_pkey; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.reservations
    ADD CONSTRAINT reservations_pkey PRIMARY KEY (book_id, member_id);


--
-- Name: subjects subjects_pkey; Type: CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.subjects
    ADD CONSTRAINT subjects_pkey PRIMARY KEY (code);


--
-- Name: schema_migrations schema_migrations_pkey; Type: CONSTRAINT; Schema: public; Owner: -
--

ALTER TABLE ONLY public.schema_migrations
    ADD CONSTRAINT schema_migrations_pkey PRIMARY KEY (version);


--
-- Name: books_search_vector_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX books_search_vector_idx ON library.books USING gin (search_vector);


--
-- Name: INDEX books_search_vector_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.books_search_vector_idx IS 'Serves books_by_words.';


--
-- Name: books_subject_code_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX books_subject_code_idx ON library.books USING btree (subject_code);


--
-- Name: INDEX books_subject_code_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.books_subject_code_idx IS 'Serves books_of_subject.';


--
-- Name: copies_branch_id_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX copies_branch_id_idx ON library.copies USING btree (branch_id);


--
-- Name: INDEX copies_branch_id_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.copies_branch_id_idx IS 'Serves shelf_of_branch.';


--
-- Name: loans_member_id_lent_on_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX loans_member_id_lent_on_idx ON library.loans USING btree (member_id, lent_on DESC);


--
-- Name: INDEX loans_member_id_lent_on_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.loans_member_id_lent_on_idx IS 'Serves loans_of_member, newest first.';


--
-- Name: loans_open_due_on_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX loans_open_due_on_idx ON library.loans USING btree (due_on) WHERE (returned_on IS NULL);


--
-- Name: INDEX loans_open_due_on_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.loans_open_due_on_idx IS 'Serves loans_due_before and overdue_loans.';


--
-- Name: members_email_key; Type: INDEX; Schema: library; Owner: -
--

CREATE UNIQUE INDEX members_email_key ON library.members USING btree (lower(email)) WHERE (email IS NOT NULL);


--
-- Name: INDEX members_email_key; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.members_email_key IS 'One address, one member, however it is spelled.';


--
-- Name: members_guarantor_id_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX members_guarantor_id_idx ON library.members USING btree (guarantor_id) WHERE (guarantor_id IS NOT NULL);


--
-- Name: INDEX members_guarantor_id_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.members_guarantor_id_idx IS 'Finds the juniors somebody answers for.';


--
-- Name: reservations_branch_id_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX reservations_branch_id_idx ON library.reservations USING btree (branch_id);


--
-- Name: INDEX reservations_branch_id_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.reservations_branch_id_idx IS 'Finds what is fetched at a branch.';


--
-- Name: reservations_member_id_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX reservations_member_id_idx ON library.reservations USING btree (member_id);


--
-- Name: INDEX reservations_member_id_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.reservations_member_id_idx IS 'Finds what a member waits for.';


--
-- Name: subjects_parent_code_idx; Type: INDEX; Schema: library; Owner: -
--

CREATE INDEX subjects_parent_code_idx ON library.subjects USING btree (parent_code);


--
-- Name: INDEX subjects_parent_code_idx; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON INDEX library.subjects_parent_code_idx IS 'Finds the narrower classes of a class.';


--
-- Name: loans _100_refuse_blocked_member; Type: TRIGGER; Schema: library; Owner: -
--

CREATE TRIGGER _100_refuse_blocked_member BEFORE INSERT ON library.loans FOR EACH ROW EXECUTE FUNCTION library.refuse_blocked_member();


--
-- Name: TRIGGER _100_refuse_blocked_member ON loans; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TRIGGER _100_refuse_blocked_member ON library.loans IS 'A blocked member keeps what is lent and borrows nothing new.';


--
-- Name: loans _200_raise_late_fine; Type: TRIGGER; Schema: library; Owner: -
--

CREATE TRIGGER _200_raise_late_fine AFTER UPDATE OF returned_on ON library.loans FOR EACH ROW WHEN (((old.returned_on IS NULL) AND (new.returned_on > new.due_on))) EXECUTE FUNCTION library.raise_late_fine();


--
-- Name: TRIGGER _200_raise_late_fine ON loans; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON TRIGGER _200_raise_late_fine ON library.loans IS 'Raised when the book comes back.';


--
-- Name: books books_subject_code_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.books
    ADD CONSTRAINT books_subject_code_fkey FOREIGN KEY (subject_code) REFERENCES library.subjects(code) ON UPDATE CASCADE ON DELETE SET NULL;


--
-- Name: copies copies_book_id_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.copies
    ADD CONSTRAINT copies_book_id_fkey FOREIGN KEY (book_id) REFERENCES library.books(id) ON DELETE CASCADE;


--
-- Name: copies copies_branch_id_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.copies
    ADD CONSTRAINT copies_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES library.branches(id);


--
-- Name: fines fines_loan_id_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.fines
    ADD CONSTRAINT fines_loan_id_fkey FOREIGN KEY (loan_id) REFERENCES library.loans(id) ON DELETE RESTRICT;


--
-- Name: loans loans_copy_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.loans
    ADD CONSTRAINT loans_copy_fkey FOREIGN KEY (book_id, copy_number) REFERENCES library.copies(book_id, copy_number);


--
-- Name: loans loans_member_id_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.loans
    ADD CONSTRAINT loans_member_id_fkey FOREIGN KEY (member_id) REFERENCES library.members(id);


--
-- Name: members members_guarantor_id_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.members
    ADD CONSTRAINT members_guarantor_id_fkey FOREIGN KEY (guarantor_id) REFERENCES library.members(id) DEFERRABLE INITIALLY DEFERRED;


--
-- Name: reservations reservations_book_id_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.reservations
    ADD CONSTRAINT reservations_book_id_fkey FOREIGN KEY (book_id) REFERENCES library.books(id) ON DELETE CASCADE;


--
-- Name: reservations reservations_branch_id_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.reservations
    ADD CONSTRAINT reservations_branch_id_fkey FOREIGN KEY (branch_id) REFERENCES library.branches(id);


--
-- Name: reservations reservations_member_id_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.reservations
    ADD CONSTRAINT reservations_member_id_fkey FOREIGN KEY (member_id) REFERENCES library.members(id) ON DELETE CASCADE;


--
-- Name: subjects subjects_parent_code_fkey; Type: FK CONSTRAINT; Schema: library; Owner: -
--

ALTER TABLE ONLY library.subjects
    ADD CONSTRAINT subjects_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES library.subjects(code) ON UPDATE CASCADE;


--
-- Name: loans; Type: ROW SECURITY; Schema: library; Owner: -
--

ALTER TABLE library.loans ENABLE ROW LEVEL SECURITY;

--
-- Name: loans loans_patron_select; Type: POLICY; Schema: library; Owner: -
--

CREATE POLICY loans_patron_select ON library.loans FOR SELECT TO library_patron USING ((member_id = ( SELECT library.current_member_id() AS current_member_id)));


--
-- Name: POLICY loans_patron_select ON loans; Type: COMMENT; Schema: library; Owner: -
--

COMMENT ON POLICY loans_patron_select ON library.loans IS 'A member sees his own loans.';


--
-- PostgreSQL database dump complete
--



--
-- Dbmate schema migrations
--

INSERT INTO public.schema_migrations (version) VALUES
    ('20260101000001'),
    ('20260101000002'),
    ('20260101000003'),
    ('20260101000004'),
    ('20260101000005');
