import pg from "pg";
import { performance } from "node:perf_hooks";
import { readQueries } from "./src/plan/read-queries.ts";
import { bindCases } from "./src/plan/bind-cases.ts";
import { assayPlans } from "./src/plan/assay.ts";
const [,, db, filter, verbose] = process.argv;
const url = db!.startsWith("postgres") ? db! : "postgresql://postgres@127.0.0.1:5499/"+db;
try {
  const t0=performance.now();
  let qs = await readQueries("/work/main/packages/bench/queries","/work/main");
  if (filter) qs = qs.filter(q=>q.id.includes(filter));
  const t1=performance.now();
  const c = new pg.Client({connectionString:url}); await c.connect();
  const slow: any[]=[]; const orig=c.query.bind(c); (c as any).query=async (...a:any[])=>{const t=performance.now(); const r=await (orig as any)(...a); const d=performance.now()-t; if(d>50) slow.push([Math.round(d),(a[0].text??a[0]).slice(0,60).replace(/\s+/g," ")]); return r};
  const bound = await bindCases(c, qs); await c.end();
  const t2=performance.now();
  const rs = await assayPlans({name:"x",url}, bound, {step(){},advance(){}});
  const t3=performance.now();
  for (const r of rs) {
    const touched=r.buffers.hit+r.buffers.read;
    console.log(`${r.query}#${r.case}  rows ${r.rows}  buffers ${touched}/${r.bufferBudget}  [${r.indexes}]`);
    if (verbose) for (const l of r.tree) console.log("    "+l);
    for (const f of r.findings) console.log("  !!", f.severity, f.code, f.message, f.detail??"");
  }
  console.log({read:t1-t0,bind:t2-t1,plan:t3-t2,cases:rs.length}, slow);
} catch (e) { console.log((e as Error).message, (e as any).kind ? "" : e) }
