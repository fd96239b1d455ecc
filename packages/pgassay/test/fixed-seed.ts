import fc from "fast-check";

// Properties are tried on the same values every time: a run that fails must have changed something. Another seed tries
// others.
fc.configureGlobal({ seed: Number(process.env["PGASSAY_TEST_SEED"] ?? 1) });
