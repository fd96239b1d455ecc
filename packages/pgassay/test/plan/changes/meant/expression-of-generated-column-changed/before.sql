select method from payment where twin = 9;
