select s.id from few_ids() as f (id) join sale as s on s.id = f.id;
