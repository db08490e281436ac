"""What is fetched from the internet: public addresses only, by rules that hold on every hop."""
