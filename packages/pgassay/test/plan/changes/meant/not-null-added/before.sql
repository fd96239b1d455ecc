select branch from payment where method is not null and id < 50;
